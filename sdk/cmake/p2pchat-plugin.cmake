# p2pchat_add_plugin(NAME ENTRY file.cpp [SOURCES file.cpp...] [LINK target...])
#
# Makes the loadable module NAME.so. ENTRY is the file with P2PCHAT_PLUGIN; the SOURCES are also the object library
# NAME_core, which unit tests link without loading anything.
include(GNUInstallDirs)

function(p2pchat_add_plugin name)
  set(map "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/plugin.map")
  cmake_parse_arguments(P "" "ENTRY" "SOURCES;LINK" ${ARGN})
  add_library(${name} MODULE ${P_ENTRY})
  set(targets ${name})
  if(P_SOURCES)
    add_library(${name}_core OBJECT ${P_SOURCES})
    target_link_libraries(${name}_core PUBLIC p2pchat::sdk ${P_LINK})
    target_include_directories(${name}_core INTERFACE ${CMAKE_CURRENT_SOURCE_DIR}/src)
    target_link_libraries(${name} PRIVATE ${name}_core)
    list(APPEND targets ${name}_core)
  endif()
  target_link_libraries(${name} PRIVATE p2pchat::sdk ${P_LINK})
  set_target_properties(${targets} PROPERTIES POSITION_INDEPENDENT_CODE ON CXX_EXTENSIONS OFF
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  set_target_properties(${name} PROPERTIES PREFIX "" LINK_DEPENDS "${map}"
    LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/plugins")
  target_link_options(${name} PRIVATE "LINKER:--version-script=${map}" "LINKER:-z,nodelete" "LINKER:-z,now")
  if(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
    target_link_options(${name} PRIVATE "LINKER:-z,defs")
  endif()
  if(NOT P2PCHAT_TEST_PLUGIN)
    install(TARGETS ${name} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/p2pchat/plugins)
  endif()
endfunction()
