# The atlas' texts against the English dictionaries (packages hunspell, hunspell-en-gb, hunspell-en-us).
add_test(NAME spelling
  COMMAND "${CMAKE_CURRENT_LIST_DIR}/check.sh" "$<TARGET_FILE:myoatlas>")
set_tests_properties(spelling PROPERTIES TIMEOUT 300)
