# sdk_version: what the headers say of themselves, such as 1.0.
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/../include/p2pchat/abi.hpp numbers REGEX "define P2PCHAT_SDK_M(AJ|IN)OR [0-9]+")
list(TRANSFORM numbers REPLACE "#define [A-Z0-9_]+ ([0-9]+)" "\\1")
list(JOIN numbers . sdk_version)
