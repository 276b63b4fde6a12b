# Pictures are drawn without a window.
cmake_language(DEFER CALL target_link_libraries test_render PRIVATE platform)
