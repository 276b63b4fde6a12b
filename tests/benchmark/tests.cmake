# Timings, never a test: `cmake --build build/release --target benchmark` builds, scripts/benchmark.sh runs.
add_executable(benchmark EXCLUDE_FROM_ALL "${CMAKE_CURRENT_LIST_DIR}/benchmark.cpp"
                                          "${CMAKE_CURRENT_LIST_DIR}/drawings.cpp")
target_link_libraries(benchmark PRIVATE referral search myo_warnings)
