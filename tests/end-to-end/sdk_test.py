# SPDX-License-Identifier: MIT
"""A stranger's project: begun from a template, built outside the tree against an installed SDK, loaded by the program."""
import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import node as nodes
from bottle_test import LIGHT
from chat_test import befriend
from isolate_test import workers_of
from node import Node
from other_plugins_test import chat, pass_a_bottle_on

KINDS = ("bot", "bottle", "cipher", "routing", "store", "transport", "ui")
PROFILE = """
profile = "mine"

[profiles.mine]
extends = "{base}"
without = [{without}]
plugins = ["{plugin}"]
"""


class Sdk(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="p2pchat-sdk-")
        cls.addClassCleanup(folder.cleanup)
        cls.place = pathlib.Path(folder.name)
        cls.prefix = cls.place / "prefix"
        cls.run_ok("cmake", "--install", nodes.BUILD, "--component", "sdk", "--prefix", cls.prefix)

    @classmethod
    def run_ok(cls, *command):
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, cwd=cls.place, timeout=600)
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
        return done.stdout

    def new(self, *arguments):
        return subprocess.run([self.prefix / "bin/p2pchat-plugin", *arguments], capture_output=True, text=True,
                              cwd=self.place, timeout=60)

    def built(self, kind, name):
        """Begins a project and builds it, once; the folder with its plugin."""
        if (self.place / name).exists():
            return self.place / name / "build/plugins"
        begun = self.new("new", kind, name)
        self.assertEqual(begun.returncode, 0, begun.stderr)
        build = self.place / name / "build"
        self.run_ok("cmake", "-S", self.place / name, "-B", build, f"-DCMAKE_PREFIX_PATH={self.prefix}",
                    "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Werror")
        self.run_ok("cmake", "--build", build)
        return build / "plugins"

    def config(self, plugin, plugins, base="terminal", without=()):
        """A configuration that uses the plugin, and a pin for its file beside it."""
        file = self.place / f"{plugin}.toml"
        names = ", ".join(f'"{each}"' for each in without)
        file.write_text(PROFILE.format(base=base, without=names, plugin=plugin))
        trusted = nodes.command("--config", str(file), "plugin", "trust", str(plugins / f"{plugin}.so"))
        self.assertEqual(trusted.returncode, 0, trusted.stderr)
        return file

    def test_every_template_builds_outside_the_tree_and_is_judged_ready(self):
        self.assertEqual(sorted(each.name for each in (self.prefix / "share/p2pchat-sdk/templates").iterdir()), list(KINDS))
        for kind in KINDS:
            with self.subTest(kind=kind):
                name = f"another-{kind}"
                plugins = self.built(kind, name)
                listed = nodes.command("--config", str(self.config(name, plugins)), "--plugin-dir", str(plugins), "plugin", "list",
                                       "--json")
                self.assertEqual(listed.returncode, 0, listed.stderr)
                self.assertIn((name, "ready"), [(row.get("id"), row.get("state")) for row in rows_of(listed.stdout)])

    def test_a_cipher_makes_an_identity_that_is_read_again(self):
        plugins = self.built("cipher", "another-cipher")
        config = self.config("another-cipher", plugins, without=["crypto-rsa-aes"])
        place = ("--config", str(config), "--plugin-dir", str(plugins))
        fresh = Node("fresh", profile="mine")
        self.addCleanup(fresh.close)
        fresh.start(*place)
        fresh.stop()
        shown = nodes.command(*place, "--json", "identity", "show", data_dir=fresh.data)
        self.assertEqual(shown.returncode, 0, shown.stderr)
        self.assertEqual(json.loads(shown.stdout)["id"], fresh.id)
        ours = nodes.command("identity", "show", data_dir=fresh.data)
        self.assertNotEqual(ours.returncode, 0, "its file is no key of another suite")

    def test_the_echo_bot_answers(self):
        plugins = self.built("bot", "another-bot")
        config = self.config("another-bot", plugins)
        bot, alice = Node("bot", profile="mine"), Node("alice")
        for node in (bot, alice):
            self.addCleanup(node.close)
        bot.start("--config", str(config), "--plugin-dir", str(plugins))
        alice.bootstrap = [bot.endpoint]
        alice.start()
        befriend(alice, bot)
        alice.ok(f"/msg {bot.id} 你好")
        alice.expect(event="message", direction="in", peer=bot.id, body="you said: 你好")

    def test_a_profile_of_strangers_chats_and_passes_bottles_on(self):
        """Cipher, routing and store at once, none of which comes with the program, so each in a process of its own."""
        folder = self.place / "strangers"
        folder.mkdir()
        files = [self.built(kind, f"another-{kind}") / f"another-{kind}.so" for kind in ("cipher", "routing")]
        for file in (*files, nodes.BUILD / "plugins/memory-store.so"):  # which from there is nobody's
            shutil.copy(file, folder)
        strangers = sorted(file.stem for file in folder.iterdir())
        config = self.place / "strangers.toml"
        config.write_text(PROFILE.format(base="terminal", without='"crypto-rsa-aes", "kademlia", "sqlite-store"',
                                         plugin='", "'.join(strangers)))
        place = ("--config", str(config), "--plugin-dir", str(folder))
        for stranger in strangers:
            self.assertEqual(nodes.command(*place, "plugin", "trust", stranger).returncode, 0)
        people = [Node(name, profile="mine") for name in ("alice", "bob", "cai", "dora")]
        for each in people:
            self.addCleanup(each.close)
            each.start(*place, *LIGHT, "--set", f"plugin.another-routing.peers={people[0].endpoint}")
            self.assertEqual(len(workers_of(each)), len(strangers))
        alice, *others = people
        chat(alice, others[0])
        pass_a_bottle_on(alice, others)

    def test_what_cannot_be_begun_is_refused_in_a_sentence(self):
        for arguments, words in ((("new", "cypher", "mine"), "kinds: bot bottle cipher"), (("new", "bot", "Mine"), "lower-case"),
                                 (("new", "bot", "../mine"), "lower-case"), (("new", "../bot", "mine"), "no kind"),
                                 (("new", "bot"), "new KIND NAME"), (("new", "bot", "prefix"), "there already")):
            refused = self.new(*arguments)
            self.assertEqual(refused.returncode, 2, arguments)
            self.assertIn(words, refused.stderr)


def rows_of(text):
    """The plugins in what `plugin list --json` prints."""
    answer = json.loads(text)
    return answer if isinstance(answer, list) else next(value for value in answer.values() if isinstance(value, list))


if __name__ == "__main__":
    unittest.main()
