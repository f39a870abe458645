# The window of the real program, on screens of its own. Under a sanitizer it is loaded, runs and stops.
add_test(NAME EndToEnd.window_life COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/window_life_test.py)
set_tests_properties(EndToEnd.window_life PROPERTIES TIMEOUT 900 SKIP_RETURN_CODE 77 LABELS window
  ENVIRONMENT "P2PCHAT_BUILD=${CMAKE_BINARY_DIR};PYTHONDONTWRITEBYTECODE=1;LSAN_OPTIONS=suppressions=${CMAKE_CURRENT_SOURCE_DIR}/toolkit_leaks.txt:print_suppressions=0")
if(CMAKE_CXX_FLAGS MATCHES "-fsanitize")
  return()
endif()
add_test(NAME EndToEnd.window COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/window_test.py)
add_test(NAME EndToEnd.desktop COMMAND ${PROJECT_SOURCE_DIR}/tests/unit/wx-gui/with_screen.sh
  $<TARGET_FILE:Python3::Interpreter> ${CMAKE_CURRENT_SOURCE_DIR}/desktop_test.py)
set_tests_properties(EndToEnd.window EndToEnd.desktop PROPERTIES
  TIMEOUT 900 SKIP_RETURN_CODE 77 LABELS window
  ENVIRONMENT "P2PCHAT_BUILD=${CMAKE_BINARY_DIR};PYTHONDONTWRITEBYTECODE=1")
foreach(language en zh_CN)  # Python's GObject is that of the system
  add_test(NAME EndToEnd.journey.${language} COMMAND ${PROJECT_SOURCE_DIR}/tests/unit/wx-gui/with_screen.sh
    dbus-run-session -- /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/journey_test.py ${language})
  set_tests_properties(EndToEnd.journey.${language} PROPERTIES
    TIMEOUT 900 SKIP_RETURN_CODE 77 LABELS window
    ENVIRONMENT "P2PCHAT_BUILD=${CMAKE_BINARY_DIR};PYTHONDONTWRITEBYTECODE=1")
endforeach()
