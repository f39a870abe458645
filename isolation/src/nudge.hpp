// SPDX-License-Identifier: MIT
#pragma once

namespace p2pchat::isolation {

/// Wakes whoever waits until an eventfd can be read. Thread: any. Source: eventfd(2).
void nudge(int descriptor);
/// Takes the nudges away that came so far, so that it can be waited for again; nothing happens when there are none.
/// The descriptor must not block. Thread: any.
void take_nudges(int descriptor);

}  // namespace p2pchat::isolation
