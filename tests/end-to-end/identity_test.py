# SPDX-License-Identifier: MIT
"""A user interface has the key copied and another taken in; the files are those of `p2pchat identity`, both ways."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import node as nodes
from node import BUILD, PATIENCE_S, PROGRAM, free_port, surroundings

KEYS = pathlib.Path(__file__).resolve().parents[1] / "support/keys"
PROFILE = """
[profiles.asker]
extends = "terminal"
without = ["terminal-ui", "crypto-rsa-aes"]
plugins = ["key-asker", "crypto-ed25519"]
"""


class Identity(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="p2pchat-identity-")
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)
        self.config = self.home / "config.toml"
        self.config.write_text(PROFILE)
        self.data = self.folder_with("ed25519-0", "data")
        self.mine = self.id_in(self.data)

    def folder_with(self, key, name):
        """A data directory with a key of the tests."""
        data = self.home / name
        data.mkdir(mode=0o700)
        shutil.copy(KEYS / f"{key}.pem", data / "identity.p8")
        os.chmod(data / "identity.p8", 0o600)
        return data

    def run_once(self, *arguments, data, passphrase=""):
        ended = nodes.command("--config", str(self.config), "--profile", "asker", *arguments, data_dir=data,
                              env={"P2PCHAT_PASSPHRASE": passphrase})
        self.assertEqual(ended.returncode, 0, ended.stderr)
        return ended.stdout

    def id_in(self, data, passphrase=""):
        return json.loads(self.run_once("identity", "show", "--json", data=data, passphrase=passphrase))["id"]

    def start(self):
        plugins = f"{BUILD / 'plugins'}:{BUILD / 'tests/loader/askers'}"
        self.node = subprocess.Popen(
            [PROGRAM, "--config", str(self.config), "--profile", "asker", "--data-dir", str(self.data), "--set",
             f"plugin.socket-transport.listen=127.0.0.1:{free_port()}", "--set", "trust.policy=path", "run"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env=surroundings(P2PCHAT_PLUGIN_PATH=plugins))
        self.addCleanup(self.end)
        self.assertEqual(self.line(), "here")

    def end(self):
        if self.node.poll() is None:
            self.node.stdin.close()
            try:
                self.node.wait(PATIENCE_S)
            except subprocess.TimeoutExpired:
                self.node.kill()
                self.node.wait()
        self.node.stdout.close()

    def line(self):
        return self.node.stdout.readline().rstrip("\n")

    def ask(self, what, file, passphrase):
        self.node.stdin.write(f"secret.{what}-key " + json.dumps({"file": str(file), "passphrase": passphrase}) + "\n")
        self.node.stdin.flush()
        return self.line()

    def test_a_copy_is_taken_in_by_the_command_line(self):
        copy = self.home / "copy.p8"
        self.start()
        self.assertEqual(self.ask("save", copy, "a staple of horses"), "0 ")
        self.assertTrue(self.ask("save", copy, "another").startswith("5 "), "never over what is there")
        self.assertTrue(self.ask("save", "copy.p8", "a staple of horses").startswith("1 "), "relative to what?")
        self.assertIn("ENCRYPTED", copy.read_text())
        self.end()
        self.assertEqual(self.node.returncode, 0)
        other = self.home / "other"
        self.run_once("identity", "import", str(copy), data=other, passphrase="a staple of horses")
        self.assertEqual(self.id_in(other, "a staple of horses"), self.mine)

    def test_a_key_of_the_command_line_is_taken_in_and_the_node_begins_again_with_it(self):
        theirs = self.folder_with("ed25519-1", "theirs")
        copy = self.home / "copy.p8"
        self.run_once("identity", "export", str(copy), data=theirs, passphrase="a staple of horses")
        self.start()
        self.assertTrue(self.ask("restore", copy, "wrong").startswith("5 "))
        broken = self.home / "broken.p8"
        broken.write_bytes(copy.read_bytes()[:200])
        self.assertTrue(self.ask("restore", broken, "a staple of horses").startswith("2 "))
        self.assertEqual(self.id_in(self.data), self.mine, "nothing has changed")
        self.assertEqual(self.ask("restore", copy, "a staple of horses"), "0 ")
        self.assertEqual(self.line(), "here", "the user interface runs again")
        self.assertEqual(self.id_in(self.data), self.id_in(theirs))
        again = self.home / "again.p8"
        self.assertEqual(self.ask("save", again, "a staple of horses"), "0 ", "the node works on")
        [former] = self.data.glob("identity-*.p8")
        shutil.move(former, self.folder_with("ed25519-2", "back") / "identity.p8")
        self.assertEqual(self.id_in(self.home / "back"), self.mine, "the former key is kept")


if __name__ == "__main__":
    unittest.main()
