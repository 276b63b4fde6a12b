# The real program on a virtual screen. Needs xvfb, xdotool and imagemagick (scripts/packages.txt).
foreach(visit IN ITEMS search_and_click quick_typing small_window broken_data replay paint own_figure broken_figure landmarks no_display)
  add_test(NAME window_${visit}
           COMMAND "${CMAKE_CURRENT_LIST_DIR}/visit.sh" ${visit} $<TARGET_FILE:myoatlas>
                   "${CMAKE_CURRENT_BINARY_DIR}/window/${visit}")
  set_tests_properties(window_${visit} PROPERTIES TIMEOUT 300)
endforeach()
