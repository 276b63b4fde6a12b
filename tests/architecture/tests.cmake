# The generator is in the build's own program and in no other.
add_test(NAME generator_symbols
  COMMAND "${CMAKE_CURRENT_LIST_DIR}/generator_symbols.sh" "$<TARGET_FILE:make_body>" "$<TARGET_FILE:myoatlas>")
