# The body files of the viewer, made from the figures in assets/anatomy by a tool of the project.
add_executable(make_body generate/tool/make_body.cpp)
target_link_libraries(make_body PRIVATE generate myo_warnings)

set(body_folder "${CMAKE_BINARY_DIR}/share/myoatlas/bodies")
set(figure_folder "${CMAKE_SOURCE_DIR}/assets/anatomy")
set(body_files)
file(GLOB figures CONFIGURE_DEPENDS "${figure_folder}/*.tsv")
foreach(body_name IN ITEMS male female)
  set(body_file "${body_folder}/body_${body_name}.glb")
  add_custom_command(
    OUTPUT "${body_file}"
    COMMAND make_body "${figure_folder}" ${body_name} "${body_file}"
    DEPENDS make_body ${figures}
    COMMENT "Making the ${body_name} body from its figures"
    VERBATIM)
  list(APPEND body_files "${body_file}")
endforeach()
add_custom_target(bodies ALL DEPENDS ${body_files})
