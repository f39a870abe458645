# SPDX-License-Identifier: MIT
"""Faulty plugins: where nothing is configured each is named, harms only itself, and the node and its other plugins go on.
In the program itself each is named too, and what cannot be survived is not tried a third time."""
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
# What the villain does where nothing is configured, so in a process of its own: the fault, the deed, and what is said of it.
# The node is ready, goes on, and ends as it should.
DEEDS = (
    ("throws, in a timer", "timer-throw", "its process was killed by signal 6 (Aborted)"),
    ("crashes, in its constructor", "constructor-crash", "refused: start failed: its process was killed by signal 11"),
    ("crashes, in start", "start-crash", "refused: start failed: its process was killed by signal 11"),
    ("crashes, in a timer", "timer-crash", "its process was killed by signal 11 (Segmentation fault)"),
    ("aborts, in start", "start-abort", "refused: start failed: its process was killed by signal 6"),
    ("exits, in its constructor", "constructor-exit", "refused: start failed: its process ended by itself, exit code 0"),
    ("vanishes, in its constructor", "constructor-vanish", "refused: start failed: its process ended by itself, exit code 0"),
    ("loops in its constructor", "constructor-loop", "being made does not return|its process did not make the plugin within 20 s"),
    ("loops in start", "start-loop", "start failed: Plugin::start does not return|its process did not start the plugin within 20 s"),
    ("sleeps in start", "start-sleep", "refused: start failed: its process did not start the plugin within 20 s"),
    ("blocks a callback", "timer-block", "a call held the loop of its process for"),
    ("loops in a callback", "timer-loop", "its process gives no sign of life"),
    ("gives garbage", "tell-garbage", "Host::publish gave octets that are nowhere"),
    ("gives too much", "tell-oversize", "Host::publish gave octets over 16 MiB"),
    ("calls from a wrong thread", "tell-elsewhere", "called Network::peers off its thread, [loop]"),
    ("frees what is not its own", "start-free", "refused: start failed: its process was killed by signal 6"),
    ("leaks", "timer-leak", "its process was killed by signal 6 (Aborted)"),
    ("calls after stop", "end-calls", "called Host::post after it had stopped"),
    ("closes descriptors", "start-descriptors", "it was put back: descriptor 0, descriptor 1, descriptor 2"),
    ("closes descriptors, in a timer", "timer-descriptors", "it was put back: descriptor 0, descriptor 1, descriptor 2"),
    ("changes signal handlers", "start-handlers", "it was put back: the handler of SIGSEGV, the handler of SIGTERM"),
    ("changes signal handlers, in a timer", "timer-handlers", "it was put back: the handler of SIGSEGV, the handler of SIGTERM"),
    ("changes the locale", "start-locale", "it was put back: the locale"),
    ("changes the locale, in a timer", "timer-locale", "it was put back: the locale"),
    ("has a thread that outlives stop", "thread-outlives",  # which may leave the rest too little of a busy machine
     "has stopped, and left 1 of its threads running|its process did not end within 5 s, and was killed"),
    ("has a stop that hangs", "stop-loop", "its process did not end within 5 s, and was killed"),
    ("none", "none", "ready, profile"),
)
# These are said of it as it ends.
LATE = ("end-calls", "thread-outlives", "stop-loop")
# The same of files: the fault, the plugin, and what is said of it.
FILES = (
    ("a wrong ABI", "other_abi", "ABI mismatch"),
    ("a wrong version of the SDK", "other_major", "built for SDK 7.0"),
    ("an unsatisfiable version", "other_minor", "needs SDK 1.9"),
    ("a missing symbol", "no_entry", "p2pchat_create_v1"),
    ("an undefined symbol", "undefined", "p2pchat_function_of_no_library"),
    ("garbage", "garbage", "not an ELF shared library"),
    ("empty", "empty", "not an ELF shared library"),
    ("truncated", "truncated", "no p2pchat manifest"),
    ("null instead of a plugin", "makes_nothing", "was not made"),
    ("null instead of an interface", "mute", "claims test.claimed/1 but does not answer for it"),
    ("throws in create", "throws_in_create", "no sodium in the sea"),
    ("throws in start", "throws_in_start", "start failed: its process was killed by signal 6"),
    ("throws in a constructor", "throws_in_constructor", "the mine is flooded"),
    ("two with one id", "good", "the same id as"),
    ("an unmet need", "needs_absent", "needs test.nowhere/1"),
    ("a circle", "circle_a", "circle_a -> circle_b -> circle_a"),
)


def configure(home, plugins, here=False):
    """A folder for a node with these plugins, which lie in `villains`; they run in the program itself if that is said."""
    (home / "villains").mkdir(parents=True)
    for plugin in plugins:
        shutil.copy(BROKEN / f"{plugin}.so", home / "villains")
    text = CONFIG.format(plugins=", ".join(f'"{plugin}"' for plugin in plugins))
    text += "".join(f"[plugin.{plugin}]\nisolate = false\n" for plugin in plugins if here)
    (home / "config.toml").write_text(text)


class Process:
    """A node whose stderr is read as it comes."""

    def __init__(self, home, deed):
        environment = surroundings(P2PCHAT_PLUGIN_PATH=f"{BUILD / 'plugins'}:{home / 'villains'}", P2PCHAT_DEED=deed)
        self.said, self.news, self.began = "", threading.Condition(), time.monotonic()
        self.process = subprocess.Popen([PROGRAM, "--config", home / "config.toml", "--data-dir", home / "data", "run"],
                                        stderr=subprocess.PIPE, text=True, env=environment)
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.process.stderr:
            with self.news:
                self.said += line
                self.news.notify_all()

    def line_with(self, words):
        """The line on stderr that has these words, or those behind a `|`."""
        lines = (line for line in self.said.splitlines() if any(each in line for each in words.split("|")))
        return next(lines, None)

    def until(self, words):
        """Waits for such a line; the seconds it took."""
        began = time.monotonic()
        with self.news:
            assert self.news.wait_for(lambda: self.line_with(words) or not self.reader.is_alive(), PATIENCE_S), self.said
            assert self.line_with(words), f"no `{words}` in:\n{self.said}"
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
        configure(cls.home, ["villain"], here=True)

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
                            ("timer-block", "timer held the loop for"),
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

    def test_threads_that_stay_are_named_at_the_end(self):
        process = self.start("thread-outlives")
        process.until("ready, profile")
        self.assertEqual(process.end(signal.SIGTERM), 0, process.said)
        self.assertIn("plugin villain has stopped, and left 1 of its threads running", process.said)

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


class AsConfigured(unittest.TestCase):
    """Where nothing is said of strangers: in processes of their own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="p2pchat-fault-")
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)

    def start(self, place, deed):
        process = Process(place, deed)
        self.addCleanup(lambda: process.process.poll() is None and process.process.kill())
        return process

    def lives_through(self, deed, words):
        """What was said of it and after how many seconds, by a node that went on and ended as it should."""
        place = self.home / deed
        configure(place, ["villain"])
        process = self.start(place, deed)
        process.until("ready, profile")
        began = time.monotonic()
        if deed in LATE:
            process.process.send_signal(signal.SIGTERM)
        process.until(words)
        line = process.line_with(words)
        named = time.monotonic() - (process.began if " refused: " in line else began)
        assert process.end(None if deed in LATE else signal.SIGTERM) == 0, process.said
        return line, named

    def test_the_node_lives_through_all_that_a_plugin_does_and_names_it(self):
        lived = 0
        with concurrent.futures.ThreadPoolExecutor(4) as few:
            runs = [(fault, deed, few.submit(self.lives_through, deed, words)) for fault, deed, words in DEEDS]
            for fault, deed, run in runs:
                with self.subTest(fault=fault):
                    line, seconds = run.result()
                    self.assertTrue("villain" in line or deed == "none", line)  # it is named
                    print(f"{fault:36} {seconds:5.1f} s  {line}", flush=True)
                    lived += 1
        print(f"{lived} of {len(DEEDS)} alive")

    def test_what_can_be_told_of_the_file_is_named_and_the_others_run(self):
        copied = [plugin for _, plugin, _ in FILES if (BROKEN / f"{plugin}.so").exists()] + ["circle_b", "villain"]
        configure(self.home / "files", copied)
        villains = self.home / "files/villains"
        whole = (villains / "good.so").read_bytes()
        for name, octets in (("garbage", bytes(n * n >> 5 & 255 for n in range(4096))), ("empty", b""), ("truncated", whole[:4000]),
                             ("twin", whole)):
            (villains / f"{name}.so").write_bytes(octets)
        process = self.start(self.home / "files", "none")
        process.until("ready, profile")
        ready = time.monotonic() - process.began
        self.assertEqual(process.end(signal.SIGTERM), 0)
        refused = [line for line in process.said.splitlines() if " refused: " in line]
        for fault, plugin, words in FILES:
            line = next((line for line in refused if f"plugin {plugin} (" in line and words in line), None)
            with self.subTest(fault=fault):
                self.assertIsNotNone(line, process.said)
                print(f"{fault:36}          {line}")
        for well in ("villain", "kademlia", "bottle", "sqlite-store"):
            self.assertFalse([line for line in refused if f"plugin {well} (" in line], well)
        print(f"all of these {len(FILES)} were named before the node was ready, after {ready:.1f} s")


if __name__ == "__main__":
    unittest.main()
