# Timings, never a test: `cmake --build build/release --target benchmark` builds, scripts/benchmark.sh runs.
add_executable(benchmark EXCLUDE_FROM_ALL "${CMAKE_CURRENT_LIST_DIR}/benchmark.cpp"
                                          "${CMAKE_CURRENT_LIST_DIR}/drawings.cpp")
target_link_libraries(benchmark PRIVATE referral search myo_warnings)

# The measurements of docs/study.md: build/release/benchmark_study grading learner deck keeping killed
add_executable(benchmark_study EXCLUDE_FROM_ALL "${CMAKE_CURRENT_LIST_DIR}/study.cpp"
                                                "${CMAKE_CURRENT_LIST_DIR}/jittered_zones.cpp")
target_link_libraries(benchmark_study PRIVATE store study referral nlohmann_json::nlohmann_json myo_warnings)
