// SPDX-License-Identifier: MIT
#include "command/command.hpp"

namespace p2pchat::terminal_ui {
namespace {

constexpr CommandHelp list[] = {
    {Verb::help, "/help", Shape::nothing, "", "these lines"},
    {Verb::me, "/me", Shape::nothing, "", "who I am: name, id, invite"},
    {Verb::invite, "/invite", Shape::nothing, "", "the line to give to others"},
    {Verb::name, "/name", Shape::text, "NAME", "set the name I give to those I ask"},
    {Verb::add, "/add", Shape::add, "INVITE [NAME] [-- GREETING]", "ask somebody to be a contact"},
    {Verb::accept, "/accept", Shape::peer, "PEER", "say yes to a request"},
    {Verb::decline, "/decline", Shape::peer, "PEER", "drop a request"},
    {Verb::remove, "/remove", Shape::peer_maybe_text, "PEER [history]", "forget a contact, and the conversation too"},
    {Verb::block, "/block", Shape::peer, "PEER", "hear nothing of them any more"},
    {Verb::unblock, "/unblock", Shape::peer, "PEER", "end that"},
    {Verb::rename, "/rename", Shape::peer_text, "PEER NAME", "set what I call a contact"},
    {Verb::contacts, "/contacts", Shape::nothing, "", "everybody I know"},
    {Verb::requests, "/requests", Shape::nothing, "", "who asks to be a contact"},
    {Verb::to, "/to", Shape::maybe_peer, "[PEER]", "from now on, plain text goes to them"},
    {Verb::msg, "/msg", Shape::peer_text, "PEER TEXT", "send a text"},
    {Verb::history, "/history", Shape::history, "PEER [N] [BEFORE]",
     "the last N (20) messages, or those before a place"},
    {Verb::write_out, "/export", Shape::peer_text, "PEER FILE",
     "write a whole conversation into a file that ends with .txt, .html or .json"},
    {Verb::search, "/search", Shape::text, "WORDS", "search everywhere"},
    {Verb::search_in, "/search-in", Shape::peer_text, "PEER WORDS", "search one conversation"},
    {Verb::more, "/more", Shape::nothing, "", "go on with the last history or search"},
    {Verb::read, "/read", Shape::peer, "PEER", "mark a conversation as read"},
    {Verb::retry, "/retry", Shape::message, "MESSAGE", "send a failed message again"},
    {Verb::cancel, "/cancel", Shape::message, "MESSAGE", "give up a message that waits"},
    {Verb::peers, "/peers", Shape::nothing, "", "sessions that stand, and the routing table"},
    {Verb::cast, "/throw", Shape::text, "TEXT", "throw a bottle with a note to whoever finds it"},
    {Verb::beach, "/beach", Shape::nothing, "", "bottles of others that lie or pass here"},
    {Verb::open, "/open", Shape::bottle, "BOTTLE", "read one"},
    {Verb::answer, "/reply", Shape::bottle_text, "BOTTLE TEXT", "answer one; only who threw it can read that"},
    {Verb::keep, "/keep", Shape::bottle, "BOTTLE", "keep one though its time is over"},
    {Verb::release, "/release", Shape::bottle, "BOTTLE", "throw one back into the sea"},
    {Verb::hide, "/hide", Shape::bottle, "BOTTLE", "block who threw it"},
    {Verb::mine, "/mine", Shape::maybe_bottle, "[BOTTLE]", "my bottles, or the way of one, step by step"},
    {Verb::chat, "/chat", Shape::chat, "BOTTLE [STEP]", "ask who threw it, or who found mine, to be a contact"},
    {Verb::quit, "/quit", Shape::nothing, "", "leave"},
};

}  // namespace

std::span<const CommandHelp> command_list() { return list; }

}  // namespace p2pchat::terminal_ui
