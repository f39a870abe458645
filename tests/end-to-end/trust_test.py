# SPDX-License-Identifier: MIT
"""Whose plugins run: a file that nobody vouches for, or that was altered, is never executed."""
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

from isolate_test import worker_of
from node import BUILD, PATIENCE_S, PROGRAM, Node, command, surroundings

BROKEN = BUILD / "tests/loader/plugins"


class Trust(unittest.TestCase):
    """A plugin of a stranger, whose static constructor leaves a mark, in a folder of its own."""

    def setUp(self):
        home = tempfile.TemporaryDirectory(prefix="p2pchat-trust-")
        self.addCleanup(home.cleanup)
        self.home = pathlib.Path(home.name)
        self.mark, self.folder = self.home / "mark", self.home / "strange"
        self.folder.mkdir()
        self.plugin = pathlib.Path(shutil.copy(BROKEN / "unlisted.so", self.folder))
        self.config = self.home / "config.toml"
        self.profile("unlisted")

    def profile(self, *plugins):
        names = ", ".join(f'"{each}"' for each in plugins)
        self.config.write_text(f'profile = "mine"\n[profiles.mine]\nextends = "headless"\nplugins = [{names}]\n'
                               '[plugin.socket-transport]\nlisten = ["127.0.0.1:0"]\n'
                               '[plugin.unlisted]\nisolate = false\n')  # elsewhere it could leave no mark

    def command(self, *arguments):
        return command("--config", str(self.config), "--plugin-dir", str(self.folder), *arguments,
                       data_dir=self.home / "data")

    def run_node(self, *arguments, ready=True):
        """Runs a node until it is ready, or has ended; its exit code and what it said."""
        environment = surroundings(P2PCHAT_CANARY=str(self.mark))
        node = subprocess.Popen([PROGRAM, "--config", self.config, "--plugin-dir", self.folder, "--data-dir",
                                 self.home / "data", *arguments, "run"], stderr=subprocess.PIPE, text=True, env=environment)
        said = ""
        for line in node.stderr:
            said += line
            if ready and "ready, profile" in line:
                node.send_signal(signal.SIGTERM)
        node.stderr.close()
        self.assertEqual("ready, profile" in said, ready, said)
        return node.wait(PATIENCE_S), said

    def assert_not_run(self, words, *arguments):
        code, said = self.run_node(*arguments)
        self.assertEqual(code, 0, said)
        self.assertIn(words, said)
        self.assertFalse(self.mark.exists(), "its constructor ran")

    def assert_run(self):
        self.assertEqual(self.run_node()[0], 0)
        self.assertTrue(self.mark.exists(), "its constructor did not run")
        self.mark.unlink()

    def test_a_file_that_is_not_listed_or_was_altered_is_never_executed(self):
        self.assert_not_run("nobody vouches for it")
        trusted = self.command("plugin", "trust", "unlisted")
        self.assertEqual(trusted.returncode, 0, trusted.stderr)
        self.assertIn("may run from the next start on", trusted.stdout)
        self.assert_run()
        octets = self.plugin.read_bytes()
        for altered in (octets + b"\0", octets[:-1] + bytes([octets[-1] ^ 1])):
            self.plugin.write_bytes(altered)
            self.assert_not_run("it was altered")
        self.plugin.write_bytes(octets)
        self.assert_run()
        self.assertEqual(self.command("plugin", "distrust", "unlisted").returncode, 0)
        self.assert_not_run("nobody vouches for it")

    def test_a_safe_start_leaves_out_what_does_not_come_with_the_program(self):
        self.assertEqual(self.command("plugin", "trust", str(self.plugin)).returncode, 0)
        self.assert_not_run("a safe start leaves it out", "--safe")
        self.assert_run()

    def test_the_policies_path_and_any_need_no_pin(self):
        self.plugin.chmod(0o757)
        self.assert_not_run("everybody can write", "--set", "trust.policy=path")
        self.run_node("--set", "trust.policy=any")
        self.assertTrue(self.mark.exists())
        self.mark.unlink()
        self.plugin.chmod(0o755)
        self.run_node("--set", "trust.policy=path")
        self.assertTrue(self.mark.exists())

    def test_what_cannot_be_trusted_is_refused_in_a_sentence(self):
        (self.folder / "text.so").write_text("I am no plugin, and long enough to be read as the head of an ELF file.")
        for operand, words in (("text.so", "no file, and no plugin"), (str(self.folder / "text.so"), "no p2pchat plugin")):
            refused = self.command("plugin", "trust", operand)
            self.assertEqual(refused.returncode, 1, refused.stdout)
            self.assertIn(words, refused.stderr)
        self.assertIn("nothing is pinned", self.command("plugin", "distrust", "unlisted").stderr)
        wrong = self.command("--set", "trust.policy=nobody", "plugin", "list")
        self.assertEqual(wrong.returncode, 2)
        self.assertIn("must be pinned, path or any", wrong.stderr)
        (self.home / "plugins.lock").write_text("unlisted may run\n")
        self.assertIn("plugins.lock:1", self.command("plugin", "trust", "unlisted").stderr)
        self.assert_not_run("plugins.lock:1")

    def test_a_worker_loads_what_was_verified_whatever_became_of_the_file(self):
        plugin = pathlib.Path(shutil.copy(BUILD / "plugins/terminal-ui.so", self.folder))
        self.profile("terminal-ui")
        self.assertEqual(self.command("plugin", "trust", "terminal-ui").returncode, 0)
        node = Node("ada", profile="mine")
        self.addCleanup(node.close)
        node.start("--config", str(self.config), "--plugin-dir", str(self.folder))
        former, shown = worker_of(node), len(node.events)
        self.assertIn("terminal-ui.so (deleted)", self.until_mapped(former))
        plugin.write_bytes(b"altered")
        os.kill(former, signal.SIGKILL)
        node.expect(since=shown, event="ready")
        self.assertEqual(node.stop(), 0)

    def until_mapped(self, process):
        deadline = time.monotonic() + PATIENCE_S
        while "/memfd:" not in (maps := pathlib.Path(f"/proc/{process}/maps").read_text()):
            self.assertLess(time.monotonic(), deadline, maps)
            time.sleep(0.05)
        return maps


if __name__ == "__main__":
    unittest.main()
