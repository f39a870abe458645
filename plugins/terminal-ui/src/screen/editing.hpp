// SPDX-License-Identifier: MIT
#pragma once
#include "screen/key.hpp"
#include "text/edit_buffer.hpp"

namespace p2pchat::terminal_ui {

/// Does to a text what a key means in every place where one can write; false when it means nothing there.
bool edit(EditBuffer& text, const Key& key);

}  // namespace p2pchat::terminal_ui
