# SPDX-License-Identifier: MIT
"""Plugins that harm the whole program: each is named, and what cannot be survived is not tried a third time."""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import unittest

from node import BUILD, PATIENCE_S, PROGRAM, command

VILLAIN = BUILD / "tests/loader/plugins/villain.so"
CONFIG = """
profile = "mine"
[profiles.mine]
extends = "headless"
plugins = ["villain"]
[plugin.socket-transport]
listen = ["127.0.0.1:0"]
[trust]
policy = "any"
"""


class Process:
    """A node whose stderr is read as it comes."""

    def __init__(self, home, deed):
        environment = dict(os.environ, P2PCHAT_PLUGIN_PATH=f"{BUILD / 'plugins'}:{home / 'villains'}", P2PCHAT_DEED=deed)
        self.said, self.news = "", threading.Condition()
        self.process = subprocess.Popen([PROGRAM, "--config", home / "config.toml", "--data-dir", home / "data", "run"],
                                        stderr=subprocess.PIPE, text=True, env=environment)
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.process.stderr:
            with self.news:
                self.said += line
                self.news.notify_all()

    def until(self, words):
        """Waits for words on stderr; the seconds it took."""
        began = time.monotonic()
        with self.news:
            assert self.news.wait_for(lambda: words in self.said or not self.reader.is_alive(), PATIENCE_S), self.said
            assert words in self.said, f"no `{words}` in:\n{self.said}"
        return time.monotonic() - began

    def end(self, number=None):
        """Its exit code, once it has ended, after that signal if need be."""
        if number:
            self.process.send_signal(number)
        code = self.process.wait(PATIENCE_S)
        self.reader.join(PATIENCE_S)
        self.process.stderr.close()
        return code


class Faults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="p2pchat-fault-")
        cls.addClassCleanup(folder.cleanup)
        cls.home = pathlib.Path(folder.name)
        (cls.home / "villains").mkdir()
        shutil.copy(VILLAIN, cls.home / "villains")
        (cls.home / "config.toml").write_text(CONFIG)

    def command(self, *arguments):
        return command("--config", str(self.home / "config.toml"), "--plugin-dir", str(self.home / "villains"), *arguments,
                       data_dir=self.home / "data")

    def verdict(self):
        listed = json.loads(self.command("plugin", "list", "--json").stdout)
        return {plugin["id"]: plugin["verdict"] for plugin in listed["plugins"]}["villain"]

    def start(self, deed):
        process = Process(self.home, deed)
        self.addCleanup(lambda: process.process.poll() is None and process.process.kill())
        return process

    def test_what_can_be_put_right_is_named_and_the_node_goes_on(self):
        for deed, words in (("constructor-handlers", "put back: the handler of SIGSEGV, the handler of SIGTERM"),
                            ("start-handlers", "the handler of SIGTERM"), ("start-locale", "the locale"),
                            ("start-descriptors", "descriptor 0, descriptor 1, descriptor 2"),
                            ("timer-block", "timer held the loop for"), ("thread-outlives", "ready, profile"),
                            ("none", "ready, profile")):
            with self.subTest(deed=deed):
                process = self.start(deed)
                process.until(words)
                process.until("ready, profile")
                self.assertEqual(process.end(signal.SIGTERM), 0, process.said)
                self.assertEqual(self.verdict(), "good")

    def test_who_ends_the_program_is_named_and_left_out_after_two_times(self):
        deeds = (("constructor-crash", "segmentation fault in plugin villain, loading"),
                 ("constructor-exit", "exit in plugin villain, loading"), ("constructor-vanish", ""),
                 ("start-crash", "segmentation fault in plugin villain, Plugin::start"),
                 ("start-abort", "abort in plugin villain, Plugin::start"),
                 ("start-free", "abort in plugin villain, Plugin::start"),
                 ("timer-crash", "segmentation fault in plugin villain, timer"))
        for deed, words in deeds:
            with self.subTest(deed=deed):
                for _ in range(2):
                    self.assertEqual(self.verdict(), "good")
                    process = self.start(deed)
                    process.end()
                    self.assertIn(words, process.said)
                self.assert_left_out(deed)

    def test_who_never_returns_is_named_and_left_out_after_two_times(self):
        for deed, words in (("constructor-loop", "plugin villain does not return from loading"),
                            ("start-loop", "plugin villain does not return from Plugin::start")):
            with self.subTest(deed=deed):
                for _ in range(2):
                    process = self.start(deed)
                    print(f"{deed}: named after {process.until(words):.1f} s")
                    process.end(signal.SIGKILL)
                self.assert_left_out(deed)

    def assert_left_out(self, deed):
        self.assertEqual(self.verdict(), "suspended")
        process = self.start(deed)
        process.until("the program ended in its hands 2 times in a row")
        process.until("ready, profile")
        self.assertEqual(process.end(signal.SIGTERM), 0)
        self.assertEqual(self.command("plugin", "enable", "villain").returncode, 0)

    def test_a_stop_that_hangs_is_named_and_a_signal_ends_it(self):
        process = self.start("stop-loop")
        process.until("ready, profile")
        process.process.send_signal(signal.SIGTERM)
        print(f"stop-loop: named after {process.until('plugin villain does not return from Plugin::stop'):.1f} s")
        while process.process.poll() is None:
            process.process.send_signal(signal.SIGTERM)
            time.sleep(0.1)
        self.assertEqual(process.end(), -signal.SIGTERM)
        self.command("plugin", "enable", "villain")


if __name__ == "__main__":
    unittest.main()
