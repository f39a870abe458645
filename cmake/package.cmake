# Three packages for Debian, made by `cpack` in a build of the preset release: p2pchat (the program and the plugins that
# need no display), p2pchat-gui (the desktop app) and p2pchat-dev (the SDK).
include(GNUInstallDirs)
foreach(package p2pchat:program p2pchat-gui:desktop p2pchat-dev:sdk)
  string(REGEX MATCH "^(.*):(.*)$" both ${package})
  string(TOUPPER ${CMAKE_MATCH_2} upper)
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${CMAKE_MATCH_1})
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${CMAKE_MATCH_1} RENAME copyright
    COMPONENT ${CMAKE_MATCH_2})
endforeach()
set(CPACK_COMPONENTS_ALL program sdk)
if(TARGET wx-gui_core)
  list(APPEND CPACK_COMPONENTS_ALL desktop)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_OUTPUT_FILE_PREFIX packages)
set(CPACK_PACKAGE_NAME p2pchat)
set(CPACK_PACKAGE_CONTACT "The p2pChat authors")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)  # of what each links; the rest is said here

set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "peer-to-peer messenger that can be taken apart
A messenger without a server and without an account, for the terminal and for
machines without one. Everything but a small host is a plugin: transport,
routing, cipher, storage and user interface.")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION net)

set(CPACK_COMPONENT_DESKTOP_DESCRIPTION "desktop app of the peer-to-peer messenger p2pChat
The window: chats, drift bottles, the network around me, plugins, settings, in
English and Chinese.")
set(CPACK_COMPONENT_DESKTOP_DEPENDS program)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_SECTION net)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_RECOMMENDS "fonts-noto-cjk, fonts-noto-color-emoji, fonts-cantarell")

set(CPACK_COMPONENT_SDK_DESCRIPTION "SDK for plugins of the peer-to-peer messenger p2pChat
C++ headers, a CMake package, and p2pchat-plugin, which begins a plugin of any
kind from a template and checks any against what is promised of its kind.")
set(CPACK_DEBIAN_SDK_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_SDK_PACKAGE_DEPENDS "cmake (>= 3.25), make, g++ | clang")
set(CPACK_DEBIAN_SDK_PACKAGE_RECOMMENDS libsodium-dev)  # of the cipher that a new one begins as
set(CPACK_DEBIAN_SDK_PACKAGE_SUGGESTS p2pchat)
include(CPack)
