# What a desktop reads to show and start the app.
include(GNUInstallDirs)
set(here ${CMAKE_CURRENT_LIST_DIR})
install(FILES ${here}/p2pchat.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${here}/org.p2pchat.p2pchat.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${here}/p2pchat.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
