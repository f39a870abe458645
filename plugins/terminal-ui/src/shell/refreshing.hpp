// SPDX-License-Identifier: MIT
#pragma once
#include "presented.hpp"  // how a state is fetched again is that of every user interface
