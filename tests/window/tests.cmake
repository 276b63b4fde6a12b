# The real program on a virtual screen. Needs xvfb, xdotool, setxkbmap and imagemagick (scripts/packages.txt).
find_package(X11 REQUIRED)
add_executable(drop_file "${CMAKE_CURRENT_LIST_DIR}/tool/drop_file.cpp")
target_link_libraries(drop_file PRIVATE X11::X11 myo_warnings)
foreach(visit IN ITEMS search_and_click settings_kept modes quick_typing small_window broken_data replay keyboard_de keyboard_fr
                       keyboard_ru keyboard_gr paint quiz_evenings quiz_exam search_from_anywhere kept_drawing own_model dropped_file
                       broken_model cancelled_model landmarks anatomy_set larger_text pseudo no_display)
  add_test(NAME window_${visit}
           COMMAND "${CMAKE_CURRENT_LIST_DIR}/visit.sh" ${visit} $<TARGET_FILE:myoatlas>
                   "${CMAKE_CURRENT_BINARY_DIR}/window/${visit}" $<TARGET_FILE:drop_file>)
  set_tests_properties(window_${visit} PROPERTIES TIMEOUT 300)
endforeach()
