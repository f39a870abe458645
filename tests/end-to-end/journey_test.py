# SPDX-License-Identifier: MIT
"""The main uses of the real program, from the first start on, by names and keys alone, in the language of the argument."""
import gettext
import os
import pathlib
import subprocess
import sys
import unittest

try:
    from accessible import Accessible
except (ImportError, ValueError) as missing:
    print(f"skipped: {missing}")
    sys.exit(77)
from bottle_test import LIGHT, journey, on_beach, rows, until
from node import BUILD, PROGRAM, Node

LANGUAGE = sys.argv.pop(1) if len(sys.argv) > 1 else "en"


def translation():
    if LANGUAGE == "en":
        return gettext.NullTranslations()
    with open(BUILD / f"plugins/wx-gui/{LANGUAGE}.mo", "rb") as catalogue:
        return gettext.GNUTranslations(catalogue)


say = translation().gettext


class Window(Node):
    """A node with the window, on the screen of the test."""

    def start(self):
        arguments = ["--data-dir", str(self.data), "--profile", "desktop", "--set", f"node.name={self.name}",
                     "--set", f"plugin.socket-transport.listen={self.endpoint}", *LIGHT,
                     "--set", f"plugin.wx-gui.language={'zh_CN' if LANGUAGE == 'en' else 'en'}"]  # it will be changed
        environment = {key: value for key, value in os.environ.items() if key != "NO_AT_BRIDGE"}
        environment.update(P2PCHAT_PLUGIN_PATH=str(BUILD / "plugins"), XDG_CONFIG_HOME=self.directory.name)
        self.log = open(pathlib.Path(self.directory.name) / "stderr.log", "ab")
        self.process = subprocess.Popen([PROGRAM, *arguments, "run"], stderr=self.log, env=environment)
        return Accessible("p2pchat")

    def stop(self):
        self.process.terminate()
        return self.process.wait(60)

    def close(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self.process:
            self.log.close()
        self.directory.cleanup()


class Journey(unittest.TestCase):
    def setUp(self):
        self.bob = Node("bob")
        self.cai = Node("cai", [self.bob.endpoint])
        self.alice = Window("alice")
        for each in (self.bob, self.cai, self.alice):
            self.addCleanup(each.close)
        self.bob.start(*LIGHT)
        self.cai.start(*LIGHT)
        self.window = self.alice.start()

    def test_from_the_first_start_to_friends_and_plugins(self):
        self.first_start()
        self.a_contact_and_a_chat()
        self.a_message_is_found()
        self.a_bottle_brings_a_chat()
        self.a_found_bottle_is_answered()
        self.a_plugin_is_enabled()
        self.assertEqual(self.alice.stop(), 0)

    def first_start(self):
        window = self.window
        window.press("English" if LANGUAGE == "en" else "简体中文")
        window.find(say("Welcome to p2pChat"))
        window.press(say("Go on"))
        window.until("my name", lambda: window.read(say("My name")) == "alice")
        window.write(say("My name"), "Alice 爱丽丝")
        window.press(say("Go on"))
        window.find(say("Your key"))
        window.press(say("Go on"))
        window.write(say("Its address, such as node.example.org:12476"), self.bob.endpoint)
        window.press(say("Join"))
        window.find(say("Joined."))
        window.press(say("Begin"))
        window.gone(say("Begin"))
        window.find(say("connected to the network"), "label")

    def a_contact_and_a_chat(self):
        window = self.window
        window.press(say("Add contact"))
        window.write(say("Their invite"), self.bob.invite)
        window.write(say("What you call them"), "Bob 鲍勃")
        window.write(say("Greeting"), "it is me, 你好")
        window.press(say("Ask"))
        asked = self.bob.expect(event="request")
        self.alice.id = asked["peer"]
        self.bob.ok(f"/accept {self.alice.id}")
        window.find(lambda name: name.startswith("Bob 鲍勃, "), "panel")
        window.write(say("Message"), "hello 世界 😀")
        window.key("Return")
        self.bob.expect(event="message", direction="in", peer=self.alice.id, body="hello 世界 😀")
        self.bob.ok(f"/msg {self.alice.id} a needle in 海边")
        window.key("F7")
        window.find(lambda name: name.endswith("a needle in 海边"), "table cell")
        window.key("F7")

    def a_message_is_found(self):
        window = self.window
        window.focus(say("Message"), "text")
        window.key("ctrl+f")
        window.write(say("Search in this chat"), "needle")
        window.key("Return")
        window.find(say("{at} of {all}").format(at=1, all=1))
        window.key("Escape")
        window.key("ctrl+shift+f")
        window.write(say("Words to look for"), "海边")
        window.find(lambda name: name.startswith("Bob 鲍勃, a needle in 海边"), "list")  # not the one of all chats
        window.focus(say("Words to look for"), "text")
        window.key("Return")
        window.focus(say("Message"), "text")

    def a_bottle_brings_a_chat(self):
        window = self.window
        window.key("ctrl+b")
        window.write(say("Your note"), "有人在听吗？ anybody?")
        window.press(say("Throw"))

        def found():
            return next((row for row in rows(self.cai, "/beach") if row["voyage"] != "passing"), None)

        until(found, "the bottle at cai's beach")
        self.cai.ok(f"/reply {found()['name']} I am, 在")
        window.key("F7")
        window.choose(say("Bottles"), lambda name: name.endswith("“有人在听吗？ anybody?”"))
        window.press(lambda name: name.startswith(say("Ask {who} to chat").split("{who}")[0])
                     and name.endswith(say("Ask {who} to chat").split("{who}")[1]))
        self.cai.expect(event="request", peer=self.alice.id)
        self.cai.ok(f"/accept {self.alice.id}")
        window.write(say("Message"), "hello, finder")
        window.key("Return")
        self.cai.expect(event="message", direction="in", peer=self.alice.id, body="hello, finder")

    def a_found_bottle_is_answered(self):
        window = self.window
        bottle = self.cai.ask("/throw a bottle of cai's")[0]["bottle"]
        window.key("ctrl+2")
        window.find(say("Throw a bottle"), "push button")
        if not window.shown(say("Bottles"), "table"):
            window.key("F7")
        window.choose(say("Bottles"), lambda name: "a bottle of cai's" in name)
        window.write(say("Your answer"), "from alice, 你好")
        window.press(say("Answer"))
        until(lambda: [step["text"] for step in journey(self.cai, bottle, "answered")] == ["from alice, 你好"], "the answer")

    def a_plugin_is_enabled(self):
        window = self.window
        window.key("ctrl+4")
        named = say("{what}: {plugin}")
        window.press(named.format(what=say("Switch on"), plugin="memory-store"))
        window.find(named.format(what=say("Switch off"), plugin="memory-store"))
        window.key("ctrl+comma")
        window.find(say("Appearance"), "push button")


if __name__ == "__main__":
    unittest.main()
