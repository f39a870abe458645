# Warnings of our own code, as an interface target so that nothing is global.
add_library(p2pchat_warnings INTERFACE)
target_compile_options(p2pchat_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor)
link_libraries(p2pchat_warnings)
