# SPDX-License-Identifier: MIT
"""The practice sea as a newcomer meets it: one program, nothing configured, nothing kept."""
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import threading
import time
import unittest

from node import BUILD, PATIENCE_S, PROGRAM

NOTICE = "practice sea, "


class Home:
    """A home of its own, and a folder for temporary files."""

    def __init__(self, test):
        directory = tempfile.TemporaryDirectory(prefix="p2pchat-sea-test-")
        test.addCleanup(directory.cleanup)
        self.path = pathlib.Path(directory.name)
        (self.path / "tmp").mkdir()

    def environment(self):
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "P2PCHAT_", "DISPLAY", "WAYLAND_"))}
        return dict(kept, HOME=str(self.path), TMPDIR=str(self.path / "tmp"), P2PCHAT_PLUGIN_PATH=str(BUILD / "plugins"))

    def kept(self):
        """Everything that is there."""
        return sorted(str(path.relative_to(self.path)) for path in self.path.rglob("*"))


class Newcomer:
    """A program in line mode, without an argument that says where."""

    def __init__(self, test, *arguments):
        self.home = Home(test)
        self.events, self.news = [], threading.Condition()
        self.errors = open(self.home.path / "stderr.log", "wb")
        self.process = subprocess.Popen([PROGRAM, *arguments, "--line", "--stay", "--json"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=self.errors, env=self.home.environment())
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        test.addCleanup(self.close)

    def _read(self):
        for line in self.process.stdout:
            with self.news:
                self.events.append(json.loads(line))
                self.news.notify_all()

    def say(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def wait_for(self, what, since=0):
        """The first event that `what` holds for."""
        deadline = time.monotonic() + PATIENCE_S
        with self.news:
            while True:
                for event in self.events[since:]:
                    if what(event):
                        return event
                self.news.wait(0.2)
                if time.monotonic() > deadline or self.process.poll() is not None:
                    raise AssertionError(f"not heard; last events: {self.events[-12:]}\n{self.log()}")

    def log(self):
        return (self.home.path / "stderr.log").read_text(errors="replace")

    def end(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        code = self.process.wait(PATIENCE_S)
        self.close()
        return code

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.reader.join(PATIENCE_S)
        for stream in (self.process.stdin, self.process.stdout, self.errors):
            try:
                stream.close()
            except BrokenPipeError:
                pass


class FirstStart(unittest.TestCase):
    def test_without_anything_configured_it_is_the_practice_sea_and_says_so_in_one_line(self):
        newcomer = Newcomer(self)
        notice = newcomer.wait_for(lambda event: event["event"] == "notice" and NOTICE in event["text"])
        self.assertIn("p2pchat run", notice["text"], "how to leave it is part of the line")
        self.assertLess(len(notice["text"]), 79, "it fits a narrow terminal")
        newcomer.wait_for(lambda event: event["event"] == "ready")
        self.assertEqual(newcomer.end(), 0, newcomer.log())

    def test_it_leaves_nothing_behind(self):
        newcomer = Newcomer(self)
        newcomer.wait_for(lambda event: event["event"] == "ready")
        self.assertNotEqual(list((newcomer.home.path / "tmp").iterdir()), [], "it has a place while it runs")
        newcomer.end()
        self.assertEqual(newcomer.home.kept(), ["stderr.log", "tmp"])

    def test_run_is_a_real_network(self):
        newcomer = Newcomer(self, "run", "--set", "plugin.socket-transport.listen=127.0.0.1:0")
        newcomer.wait_for(lambda event: event["event"] == "ready")
        newcomer.end()
        self.assertIn(".local/share/p2pchat/identity.p8", newcomer.home.kept())
        self.assertNotIn(NOTICE, newcomer.log())

    def test_who_has_an_identity_is_in_a_real_network(self):
        home = Home(self)
        data = home.path / ".local/share/p2pchat"
        data.mkdir(mode=0o700, parents=True)
        key = sorted((pathlib.Path(__file__).resolve().parents[1] / "support/keys").glob("*2048*.pem"))[0]
        (data / "identity.p8").write_bytes(key.read_bytes())
        (data / "identity.p8").chmod(0o600)
        result = subprocess.run([PROGRAM, "--line"], input="/quit\n", capture_output=True, text=True,
                                timeout=PATIENCE_S, env=home.environment())
        self.assertNotIn(NOTICE, result.stdout + result.stderr)
        self.assertIn(".local/share/p2pchat/log/p2pchat.log", home.kept())


class FirstMinute(unittest.TestCase):
    def test_a_newcomer_throws_a_bottle_sees_its_journey_reads_an_answer_and_chats(self):
        newcomer = Newcomer(self, "sea", "--nodes", "8")
        newcomer.wait_for(lambda event: event["event"] == "ready")
        newcomer.wait_for(lambda event: event["event"] == "status" and "connected" in event["text"])
        for text in ("Hello, sea! Who finds this?", "你好，大海！"):  # one in a thousand finds nobody who answers
            newcomer.say(f"/throw {text}")
        for step in ("bottle.queued", "bottle.adrift", "bottle.ashore"):
            newcomer.wait_for(lambda event: event["event"] == step)
        answer = newcomer.wait_for(lambda event: event["event"] == "bottle.answered")
        newcomer.say(f"/chat {answer['name']} {answer['step']}")

        def from_finder(heard, **members):
            return heard.get("peer") == answer["node"] and members.items() <= heard.items()

        newcomer.wait_for(lambda event: from_finder(event, event="contact", relation="accepted"))
        first = newcomer.wait_for(lambda event: from_finder(event, event="message", direction="in"))
        said = len(newcomer.events)
        newcomer.say(f"/msg {answer['node']} What is your name?")
        second = newcomer.wait_for(lambda event: from_finder(event, event="message", direction="in"), since=said)
        self.assertTrue(first["body"] and second["body"])
        self.assertEqual(newcomer.end(), 0, newcomer.log())


class Command(unittest.TestCase):
    def sea(self, *arguments):
        home = Home(self)
        result = subprocess.run([PROGRAM, "sea", *arguments], capture_output=True, text=True, timeout=PATIENCE_S,
                                env=home.environment(), stdin=subprocess.DEVNULL)
        return result, home

    def test_a_number_of_nodes_that_cannot_be_is_refused_with_what_can(self):
        for number in ("0", "x", "-1", "5000"):
            result, home = self.sea("--nodes", number)
            self.assertEqual(result.returncode, 2, number)
            self.assertIn("--nodes", result.stderr)
            self.assertEqual(home.kept(), ["tmp"])

    def test_a_data_directory_is_refused_for_it_keeps_nothing(self):
        result, home = self.sea("--data-dir", "/nowhere")
        self.assertEqual(result.returncode, 2)
        self.assertIn("keeps nothing", result.stderr)

    def test_a_sea_of_one_is_empty_but_works(self):
        result, home = self.sea("--nodes", "1", "--line")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("practice sea, 1 node,", result.stdout)
        self.assertEqual(home.kept(), ["tmp"])

    def test_a_signal_while_it_starts_ends_it_cleanly(self):
        for after_ms in (0, 20, 60, 150, 400, 1000):
            home = Home(self)
            process = subprocess.Popen([PROGRAM, "--profile", "headless", "sea", "--nodes", "20"],
                                       stderr=subprocess.PIPE, text=True, env=home.environment())
            if after_ms > 0:
                process.stderr.readline()  # its first word: from now on signals are heard
                time.sleep(after_ms / 1000)
            else:
                time.sleep(0.05)
            process.send_signal(signal.SIGTERM)
            log = process.communicate(timeout=PATIENCE_S)[1]
            if after_ms > 0:  # before, the signal met the default
                self.assertEqual(process.returncode, 0, log)
                self.assertEqual(home.kept(), ["tmp"])


if __name__ == "__main__":
    unittest.main()
