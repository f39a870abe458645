# SPDX-License-Identifier: MIT
"""Reads a page of the tutorial and does what it says.

    ```sh             typed, and must end well
    ```text           what that printed, each line somewhere; … stands for anything
    ```sh NAME        a program that goes on running, the terminal of NAME
    ```NAME types     lines typed there; INVITE-OF-X stands for the invite that X's program printed
    ```NAME sees      lines that come to be printed there
"""
import os
import re
import subprocess
import threading
import time

import node as nodes


def blocks(page):
    """The fenced blocks of a page: what stands after the fence, and the lines."""
    for found in re.finditer(r"^```([^\n]*)\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S):
        yield found.group(1), found.group(2).splitlines()


def is_printed(line, text):
    return re.search(".*".join(re.escape(part.strip()) for part in line.split("…")), text) is not None


class Terminal:
    """A program that goes on running, and what it printed."""

    def __init__(self, command, folder, environment):
        self.text, self.news = "", threading.Condition()
        self.process = subprocess.Popen(["sh", "-c", "exec " + command], cwd=folder, env=environment, text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            with self.news:
                self.text += line
                self.news.notify_all()

    def types(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def sees(self, line):
        """Waits for it."""
        deadline = time.monotonic() + nodes.PATIENCE_S
        with self.news:
            while not is_printed(line, self.text):
                left = deadline - time.monotonic()
                assert left > 0 and self.process.poll() is None, f"`{line}` was not seen:\n{self.text}"
                self.news.wait(min(left, 0.2))
            return self.text

    def invite(self):
        return re.search(r"you are (p2pchat:\S+)", self.sees("you are p2pchat:")).group(1)

    def close(self):
        self.process.kill()
        self.process.wait()
        self.reader.join()
        self.process.stdin.close()
        self.process.stdout.close()


class Reader:
    """Who follows the pages in a folder of their own; the ports they name are others, which are free."""

    def __init__(self, folder, environment):
        self.folder, self.environment, self.ports = folder, dict(os.environ, **environment), {}

    def follow(self, page):
        """Does everything that a page says; raises `AssertionError` where it is not so. How often each kind of block came."""
        terminals, printed, done = {}, "", {}
        try:
            for word, lines in blocks(page):
                name, _, act = word.partition(" ")
                done[act or name] = done.get(act or name, 0) + 1
                if name == "sh" and act:
                    terminals[act] = Terminal(self.with_free_ports("\n".join(lines)), self.folder, self.environment)
                    terminals[act].invite()
                elif name == "sh":
                    printed = self.run("\n".join(lines))
                elif name == "text":
                    for line in lines:
                        assert is_printed(line, printed), f"{page.name}: `{line}` was not printed:\n{printed}"
                elif act == "types":
                    for line in lines:
                        terminals[name].types(re.sub(r"INVITE-OF-(\w+)", lambda x: terminals[x.group(1).lower()].invite(), line))
                elif act == "sees":
                    for line in lines:
                        terminals[name].sees(line)
        finally:
            for each in terminals.values():
                each.close()
        return done

    def with_free_ports(self, text):
        def free(found):
            return self.ports.setdefault(found.group(0), f"127.0.0.1:{nodes.free_port()}")
        return re.sub(r"127\.0\.0\.1:\d+", free, text)

    def run(self, text):
        ran = subprocess.run(["sh", "-eu", "-c", self.with_free_ports(text)], cwd=self.folder, env=self.environment, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600)
        assert ran.returncode == 0, f"{text}\n{ran.stdout}"
        return ran.stdout
