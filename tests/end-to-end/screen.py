# SPDX-License-Identifier: MIT
"""A program in a terminal of its own: tmux plays the terminal, tests press keys and look at the screen."""
import os
import subprocess
import tempfile
import time

from node import PATIENCE_S


class Screen:
    """One tmux server with one window, in which `command` runs; what it leaves behind stays on the screen."""

    def __init__(self, *command, columns=80, rows=24, env=None):
        self.folder = tempfile.TemporaryDirectory(prefix="p2pchat-tmux-")
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith(("TMUX", "LC_", "LANG"))}
        self.environment.update({"LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}, **(env or {}))
        line = " ".join(f"'{word}'" for word in command)
        # The shell stays, so that the screen after the end can be seen too.
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows),
                  f"{line}; echo \"exit code $?\"; exec sleep 1000")

    def tmux(self, *arguments):
        done = subprocess.run(["tmux", "-S", f"{self.folder.name}/socket", *arguments], env=self.environment, timeout=60,
                              capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def lines(self):
        """What the screen shows, a line a row."""
        return self.tmux("capture-pane", "-p").splitlines()

    def text(self):
        return "\n".join(self.lines())

    def press(self, *keys):
        """Presses keys by their tmux names, such as `Enter`, `M-Enter`, `C-q`, `F1`."""
        self.tmux("send-keys", *keys)

    def type(self, text):
        self.tmux("send-keys", "-l", text)

    def paste(self, text):
        self.tmux("set-buffer", text)
        self.tmux("paste-buffer", "-p")

    def resize(self, columns, rows):
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def wait_for(self, wanted):
        """Waits until a text is on screen, or until a function of the lines says yes; returns the lines."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            lines = self.lines()
            if wanted(lines) if callable(wanted) else wanted in "\n".join(lines):
                return lines
            assert time.monotonic() < deadline, f"not seen: {wanted}\n" + "\n".join(lines)
            time.sleep(0.05)

    def close(self):
        subprocess.run(["tmux", "-S", f"{self.folder.name}/socket", "kill-server"], env=self.environment, timeout=60,
                       capture_output=True)
        self.folder.cleanup()
