// SPDX-License-Identifier: MIT
#pragma once
#include "presented.hpp"  // the conversation is that of every user interface
