// SPDX-License-Identifier: MIT
#pragma once
#include "missed.hpp"
#include "options.hpp"

#include <iosfwd>

namespace p2pchat::simulation {

/// What came of looking for the three nearest, or for a node that is surrounded.
struct AddressingResult {
  Share joined;                ///< tables of honest nodes with somebody in them when the questions begin
  Share found;                 ///< questions that were answered right, as `Questions` says
  Share liars;                 ///< entries of honest nodes' tables that are liars
  Distribution liars_percent;  ///< the same by table
  Distribution table, took_ms, requests, datagrams, idle;  ///< entries; of a question; datagrams a node and minute
  Share neighbours;      ///< of each honest node's eight nearest honest ones, those in its table
  MissedFigures missed;  ///< of questions that were answered wrong
  Share alarmed;         ///< lookups of honest nodes, for whatever, that went on with four paths
  std::uint64_t deaths = 0, events = 0, trace = 0;
};

/// Addressing alone: nodes join one after the other, some of them to lie, live for a while, and then the honest ask for
/// the three nodes nearest random keys, ten questions a second all over the sea.
AddressingResult run_addressing(const Options& options);
/// The same, but liars whose ids are ground surround one honest node, and everybody asks where that one is.
AddressingResult run_hiding(const Options& options);
void print(const AddressingResult& result, std::ostream& out);

}  // namespace p2pchat::simulation
