# What the plugin is made of. Only the views include wx. They have no precompiled header: it saves a second or two a file,
# but ccache could not keep them then.
set(text font_families language links retold time_words)
set(model beach chat_list chat_order chord dropped key_map key_words live_lookups mirror motion network_view network_words
  node_description notices person_notes plugin_words reach search_hits selection shortcuts switcher timeline told_words window_state
  word_hits words)
set(canvas labels line_breaks page_around paging row_heights row_shape text_layout text_places viewport)
set(look palette qr_code scene)
set(shell conversation_loader feed file_size file_start file_tail mailbox note_keeper)
set(view access beach_page beach_painter bottle_sheets canvas_input canvas_selection catalogue chat_header chat_invitation chat_list_view
  chats_page chinese_catalogue choice_list chord_keys clipboard composer conversation_canvas conversation_panel departure_bar
  desktop_app desktop_motion drop_target field finder_sheet fonts graphics_measure icons join_sheet key_copy_sheets key_sheet letters
  link_sheet list_mirror log_sheet main_frame network_page network_side network_strip node_sections node_table note_paper notice_bar
  notifier painter paragraph person_menu pinning placard placeholder plugin_card plugins_page pressable qr_view question_sheet rail
  read_only_text ring_view row_painter row_pictures search_bar search_sheet settings_page settings_section sheet sheets sizes
  switcher_sheet verify_sheet welcome_page)
set(sources src/wx_gui.cpp)
foreach(part text model canvas look shell view)
  list(TRANSFORM ${part} PREPEND src/${part}/)
  list(TRANSFORM ${part} APPEND .cpp)
  list(APPEND sources ${${part}})
endforeach()
