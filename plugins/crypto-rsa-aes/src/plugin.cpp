// SPDX-License-Identifier: MIT
#include "suite.hpp"

P2PCHAT_PLUGIN(p2pchat::cipher::rsa_aes::Suite, .id = "crypto-rsa-aes", .name = "RSA and AES", .version = "0.1.0",
               .license = "MIT", .settings = {"bits", "delegation_work_bits"})
