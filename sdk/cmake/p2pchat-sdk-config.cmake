include(${CMAKE_CURRENT_LIST_DIR}/p2pchat-sdk-targets.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/p2pchat-plugin.cmake)
