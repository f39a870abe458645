# Warnings of our own code, as an interface target so that nothing is global.
add_library(p2pchat_warnings INTERFACE)
target_compile_options(p2pchat_warnings INTERFACE -Wall -Wextra -Wpedantic -Wnon-virtual-dtor)
if(NOT CMAKE_UNITY_BUILD)
  target_compile_options(p2pchat_warnings INTERFACE -Wshadow)
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Where files are compiled together, a local name may be that of a constant in a file before it, and what a file keeps
  # to itself looks as if it came from a header.
  target_compile_options(p2pchat_warnings INTERFACE -Wshadow=local -Wno-subobject-linkage)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # g++ 12 with -O3 sees overlaps and overflows inside std::string and std::vector that are not there
  # (GCC bugs 105651, 105329, 107852).
  target_compile_options(p2pchat_warnings INTERFACE
    $<$<CONFIG:Release>:-Wno-restrict;-Wno-array-bounds;-Wno-stringop-overflow;-Wno-stringop-overread>)
endif()
link_libraries(p2pchat_warnings)
