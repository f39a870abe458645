# SPDX-License-Identifier: MIT
"""Plugins that harm the whole program: each is named, and what cannot be survived is not tried a third time; in a process
of its own each harms only itself."""
import concurrent.futures
import json
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import unittest

from node import BUILD, PATIENCE_S, PROGRAM, command, surroundings

BROKEN = BUILD / "tests/loader/plugins"
CONFIG = """
profile = "mine"
[profiles.mine]
extends = "headless"
plugins = [{plugins}]
[plugin.socket-transport]
listen = ["127.0.0.1:0"]
[trust]
policy = "any"
"""
# What a plugin does in a process of its own, and what is said of it, if anything; then the node is ready and goes on.
ALONE = {
    "none": "",
    "constructor-crash": "refused: start failed: its process was killed by signal 11",
    "constructor-exit": "refused: start failed: its process ended by itself, exit code 0",
    "constructor-vanish": "refused: start failed: its process ended by itself, exit code 0",
    "start-crash": "refused: start failed: its process was killed by signal 11",
    "start-abort": "refused: start failed: its process was killed by signal 6",
    "start-free": "refused: start failed: its process was killed by signal 6",
    "start-handlers": "",
    "start-locale": "",
    "start-descriptors": "",
    "thread-outlives": "",
    "timer-crash": "its process was killed by signal 11 (Segmentation fault)",
    "timer-throw": "its process was killed by signal 6 (Aborted)",
    "timer-leak": "its process was killed by signal 6 (Aborted)",
    "timer-block": "a call held the loop of its process for",
    "timer-loop": "its process gives no sign of life",
    "tell-garbage": "Host::publish gave octets that are nowhere",
    "tell-oversize": "Host::publish gave octets over 16 MiB",
    "constructor-loop": "refused: start failed: its process did not make the plugin within 20 s",
    "start-loop": "refused: start failed: its process did not start the plugin within 20 s",
}
# The same of plugins that are refused.
REFUSED_ALONE = {
    "undefined": "p2pchat_function_of_no_library", "no_entry": "cannot be loaded", "makes_nothing": "was not made",
    "mute": "cannot be carried to another process", "throws_in_create": "no sodium in the sea",
    "throws_in_start": "killed by signal 6", "throws_in_constructor": "the mine is flooded",
    "fails_to_start": "cannot be carried to another process",
}


def configure(home, plugins, isolated=False):
    """A folder for a node with these plugins, which lie in `villains`."""
    (home / "villains").mkdir(parents=True)
    for plugin in plugins:
        shutil.copy(BROKEN / f"{plugin}.so", home / "villains")
    text = CONFIG.format(plugins=", ".join(f'"{plugin}"' for plugin in plugins))
    text += "".join(f"[plugin.{plugin}]\nisolate = true\n" for plugin in plugins if isolated)
    (home / "config.toml").write_text(text)


class Process:
    """A node whose stderr is read as it comes."""

    def __init__(self, home, deed):
        environment = surroundings(P2PCHAT_PLUGIN_PATH=f"{BUILD / 'plugins'}:{home / 'villains'}", P2PCHAT_DEED=deed)
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
        configure(cls.home, ["villain"])

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
                            ("timer-throw", "timer let an exception escape: the anchor is lost"),
                            ("tell-garbage", "Host::publish gave octets that are nowhere"),
                            ("tell-oversize", "Host::publish gave octets over 16 MiB"), ("timer-leak", "ready, profile"),
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


class Alone(unittest.TestCase):
    """The same in processes of their own: what a plugin does to itself the node lives through."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="p2pchat-fault-")
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)

    def start(self, place, deed):
        process = Process(place, deed)
        self.addCleanup(lambda: process.process.poll() is None and process.process.kill())
        return process

    def lives_through(self, deed):
        """The seconds until it was named, of a node that then went on and ended as it should."""
        place = self.home / deed
        configure(place, ["villain"], isolated=True)
        process = self.start(place, deed)
        named = process.until(ALONE[deed])
        process.until("ready, profile")
        assert process.end(signal.SIGTERM) == 0, process.said
        return named

    def test_the_node_lives_through_all_a_plugin_does_to_itself(self):
        with concurrent.futures.ThreadPoolExecutor(4) as few:  # those that take longest, last in the list, first
            for deed, named in reversed([(deed, few.submit(self.lives_through, deed)) for deed in reversed(ALONE)]):
                with self.subTest(deed=deed):
                    print(f"{deed}: {ALONE[deed] or 'nothing is said'}: after {named.result():.1f} s")

    def test_a_stop_that_hangs_is_named_and_ends_with_its_process(self):
        configure(self.home / "stop", ["villain"], isolated=True)
        process = self.start(self.home / "stop", "stop-loop")
        process.until("ready, profile")
        self.assertEqual(process.end(signal.SIGTERM), 0)
        self.assertIn("plugin villain does not return from Plugin::stop", process.said)
        self.assertIn("its process did not end within 5 s, and was killed", process.said)

    def test_who_cannot_be_loaded_or_made_there_is_refused_by_its_own_sentence(self):
        configure(self.home / "all", list(REFUSED_ALONE), isolated=True)
        process = self.start(self.home / "all", "none")
        process.until("ready, profile")
        self.assertEqual(process.end(signal.SIGTERM), 0)
        refused = [line for line in process.said.splitlines() if " refused: " in line]
        for plugin, words in REFUSED_ALONE.items():
            self.assertTrue(any(f"plugin {plugin} (" in line and words in line for line in refused), f"{plugin}: {process.said}")


if __name__ == "__main__":
    unittest.main()
