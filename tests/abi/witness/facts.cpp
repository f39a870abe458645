// SPDX-License-Identifier: MIT
// Prints how the ABI looks to this compiler, and exports what abidiff compares.
#include "facts.hpp"

#include <p2pchat/bottle.hpp>
#include <p2pchat/chat.hpp>
#include <p2pchat/crypto.hpp>
#include <p2pchat/host.hpp>
#include <p2pchat/identity.hpp>
#include <p2pchat/network.hpp>
#include <p2pchat/plugin.hpp>
#include <p2pchat/routing.hpp>
#include <p2pchat/store.hpp>
#include <p2pchat/tables.hpp>
#include <p2pchat/transport.hpp>
#include <p2pchat/ui.hpp>

/// What crosses the ABI, all of it: what is added to the SDK is added here. `gate_test.py` holds the lines against
/// those that were frozen, and sees that no method is left out.
namespace p2pchat::facts {

using namespace sdk;

static void print_services() {
  print_interface<Plugin>(
      "Plugin", "-", {METHOD(Plugin, query), METHOD(Plugin, start), METHOD(Plugin, stop), METHOD(Plugin, destroy)});
  print_interface<Host>(
      "Host", "-",
      {METHOD(Host, sdk_minor), METHOD(Host, log), METHOD(Host, config), METHOD(Host, now_ms), METHOD(Host, ticks_us),
       METHOD(Host, random), METHOD(Host, post), METHOD(Host, after), METHOD(Host, offload), METHOD(Host, subscribe),
       METHOD(Host, publish), METHOD(Host, cancel), METHOD(Host, query)});
  print_interface<Identity>(
      "Identity", Identity::iid,
      {METHOD(Identity, self), METHOD(Identity, sign), METHOD(Identity, open), METHOD(Identity, delegate)});
  print_interface<Network>("Network", Network::iid,
                           {METHOD(Network, send), METHOD(Network, on_message), METHOD(Network, peers)});
  print_interface<Tables>("Tables", Tables::iid,
                          {METHOD(Tables, put), METHOD(Tables, get), METHOD(Tables, erase), METHOD(Tables, scan)});
  print_interface<Chat>("Chat", Chat::iid,
                        {METHOD(Chat, self), METHOD(Chat, rename), METHOD(Chat, add_contact), METHOD(Chat, accept),
                         METHOD(Chat, remove_contact), METHOD(Chat, block), METHOD(Chat, name_contact),
                         METHOD(Chat, contacts), METHOD(Chat, send), METHOD(Chat, retry), METHOD(Chat, cancel),
                         METHOD(Chat, history), METHOD(Chat, message), METHOD(Chat, search), METHOD(Chat, mark_read)});
}

static void print_kinds() {
  print_interface<Transport>(
      "Transport", Transport::iid,
      {METHOD(Transport, scheme), METHOD(Transport, max_frame), METHOD(Transport, listen), METHOD(Transport, send),
       METHOD(Transport, on_frame), METHOD(Transport, on_closed), METHOD(Transport, close),
       METHOD(Transport, send_datagram), METHOD(Transport, on_datagram), METHOD(Transport, on_unreachable)});
  print_interface<Routing>(
      "Routing", Routing::iid,
      {METHOD(Routing, join), METHOD(Routing, locate), METHOD(Routing, closest), METHOD(Routing, known),
       METHOD(Routing, put), METHOD(Routing, get), METHOD(Routing, table)});
  print_interface<Bottle>("Bottle", Bottle::iid,
                          {METHOD(Bottle, cast), METHOD(Bottle, beach), METHOD(Bottle, mine), METHOD(Bottle, journey),
                           METHOD(Bottle, open), METHOD(Bottle, answer), METHOD(Bottle, keep), METHOD(Bottle, release),
                           METHOD(Bottle, cast_to), METHOD(Bottle, on_addressed), METHOD(Bottle, taken)});
  print_interface<Store>(
      "Store", Store::iid,
      {METHOD(Store, open), METHOD(Store, close), METHOD(Store, begin), METHOD(Store, commit), METHOD(Store, rollback),
       METHOD(Store, put), METHOD(Store, get), METHOD(Store, erase), METHOD(Store, scan), METHOD(Store, add),
       METHOD(Store, set_state), METHOD(Store, message), METHOD(Store, history), METHOD(Store, unsettled),
       METHOD(Store, mark_read), METHOD(Store, summary), METHOD(Store, forget), METHOD(Store, search)});
  print_interface<Ui>("Ui", Ui::iid, {METHOD(Ui, run), METHOD(Ui, quit)});
}

static void print_ciphers() {
  print_interface<Session>("Session", "-",
                           {METHOD(Session, step), METHOD(Session, established), METHOD(Session, peer),
                            METHOD(Session, seal), METHOD(Session, open), METHOD(Session, destroy)});
  print_interface<SecretKey>(
      "SecretKey", "-",
      {METHOD(SecretKey, public_key), METHOD(SecretKey, sign), METHOD(SecretKey, sign_all), METHOD(SecretKey, open),
       METHOD(SecretKey, session), METHOD(SecretKey, delegate), METHOD(SecretKey, write), METHOD(SecretKey, destroy)});
  print_interface<Crypto>(
      "Crypto", Crypto::iid,
      {METHOD(Crypto, suite), METHOD(Crypto, generate), METHOD(Crypto, read), METHOD(Crypto, digest),
       METHOD(Crypto, identify), METHOD(Crypto, verify), METHOD(Crypto, seal), METHOD(Crypto, check),
       METHOD(Crypto, ephemeral), METHOD(Crypto, agree), METHOD(Crypto, mac)});
  print_interface<Out>("Out", "-", {METHOD(Out, grow)});
}

static void print_structs() {
  print_struct<str>("str", {FIELD(str, ptr), FIELD(str, len)});
  print_struct<bytes>("bytes", {FIELD(bytes, ptr), FIELD(bytes, len)});
  print_struct<Id>("Id", {FIELD(Id, b)});
  print_struct<Status>("Status", {FIELD(Status, code), FIELD(Status, text)});
  print_struct<NodeEntry>("NodeEntry", {FIELD(NodeEntry, id), FIELD(NodeEntry, endpoint), FIELD(NodeEntry, rtt_ms)});
  print_struct<Peer>("Peer", {FIELD(Peer, id), FIELD(Peer, endpoint), FIELD(Peer, since_ms)});
  print_struct<Message>("Message",
                        {FIELD(Message, id), FIELD(Message, peer), FIELD(Message, time_ms), FIELD(Message, seq),
                         FIELD(Message, place), FIELD(Message, direction), FIELD(Message, state), FIELD(Message, type),
                         FIELD(Message, body), FIELD(Message, reason)});
  print_struct<Contact>("Contact",
                        {FIELD(Contact, id), FIELD(Contact, name), FIELD(Contact, greeting), FIELD(Contact, relation),
                         FIELD(Contact, online), FIELD(Contact, unread), FIELD(Contact, newest_ms)});
  print_struct<BottleView>(
      "BottleView",
      {FIELD(BottleView, id), FIELD(BottleView, sender), FIELD(BottleView, time_ms), FIELD(BottleView, expiry_ms),
       FIELD(BottleView, here_ms), FIELD(BottleView, voyage), FIELD(BottleView, hops), FIELD(BottleView, beaches),
       FIELD(BottleView, answers), FIELD(BottleView, body)});
  print_struct<BottleStep>("BottleStep",
                           {FIELD(BottleStep, voyage), FIELD(BottleStep, node), FIELD(BottleStep, time_ms),
                            FIELD(BottleStep, hops), FIELD(BottleStep, text)});
  print_struct<Dependency>("Dependency",
                           {FIELD(Dependency, iid), FIELD(Dependency, optional), FIELD(Dependency, reserved)});
  print_struct<Manifest>("Manifest",
                         {FIELD(Manifest, magic), FIELD(Manifest, size), FIELD(Manifest, sdk_major),
                          FIELD(Manifest, sdk_minor), FIELD(Manifest, abi), FIELD(Manifest, id), FIELD(Manifest, name),
                          FIELD(Manifest, version), FIELD(Manifest, license), FIELD(Manifest, n_provides),
                          FIELD(Manifest, n_dependencies), FIELD(Manifest, n_settings), FIELD(Manifest, reserved),
                          FIELD(Manifest, provides), FIELD(Manifest, dependencies), FIELD(Manifest, settings)});
  print_struct<Fn<void()>>("Fn", {});
}

static void print_enums() {
  print_enum<Errc>("Errc", {NAME(Errc, ok), NAME(Errc, invalid), NAME(Errc, malformed), NAME(Errc, bad_signature),
                            NAME(Errc, too_large), NAME(Errc, refused), NAME(Errc, not_found), NAME(Errc, timed_out),
                            NAME(Errc, expired), NAME(Errc, busy), NAME(Errc, cancelled), NAME(Errc, unsupported),
                            NAME(Errc, io), NAME(Errc, corrupt), NAME(Errc, internal)});
  print_enum<Voyage>("Voyage", {NAME(Voyage, queued), NAME(Voyage, adrift), NAME(Voyage, ashore),
                                NAME(Voyage, answered), NAME(Voyage, expired), NAME(Voyage, passing),
                                NAME(Voyage, unread), NAME(Voyage, read), NAME(Voyage, kept)});
  print_enum<Direction>("Direction", {NAME(Direction, outgoing), NAME(Direction, incoming)});
  print_enum<State>("State", {NAME(State, queued), NAME(State, sent), NAME(State, delivered), NAME(State, read),
                              NAME(State, failed)});
  print_enum<Role>("Role", {NAME(Role, initiator), NAME(Role, responder)});
  print_enum<Level>("Level",
                    {NAME(Level, trace), NAME(Level, debug), NAME(Level, info), NAME(Level, warn), NAME(Level, error)});
  print_enum<Relation>(
      "Relation", {NAME(Relation, asked), NAME(Relation, asking), NAME(Relation, accepted), NAME(Relation, blocked)});
}

/// All of them.
static void print_facts() { print_services(), print_kinds(), print_ciphers(), print_structs(), print_enums(); }

}  // namespace p2pchat::facts

/// Takes each interface, so that a tool that follows what is exported comes to everything.
extern "C" P2PCHAT_API void p2pchat_reach(p2pchat::sdk::Plugin&, p2pchat::sdk::Host&, p2pchat::sdk::Identity&,
                                          p2pchat::sdk::Network&, p2pchat::sdk::Tables&, p2pchat::sdk::Chat&,
                                          p2pchat::sdk::Transport&, p2pchat::sdk::Routing&, p2pchat::sdk::Crypto&,
                                          p2pchat::sdk::Bottle&, p2pchat::sdk::Store&, p2pchat::sdk::Ui&,
                                          p2pchat::sdk::Manifest&) {}

int main() { p2pchat::facts::print_facts(); }
