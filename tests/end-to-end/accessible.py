# SPDX-License-Identifier: MIT
"""A program's window as somebody meets it who cannot see it: by names and roles (AT-SPI), and by keys."""
import pathlib
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from node import PATIENCE_S  # noqa: E402

if not pathlib.Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists():
    raise ImportError("there is no at-spi2-core")
PROMISED = 5_000  # nodes in a window; more would be a circle


class Accessible:
    """What a program shows. Every search looks anew and waits until it finds."""

    def __init__(self, program):
        self.program = program

    def application(self):
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            each = desktop.get_child_at_index(at)
            if each and each.get_name() == self.program:
                each.clear_cache()
                return each
        return None

    def everything(self):
        """All that is on show, parents before children; what goes away meanwhile is left out."""
        open_ends, count = [self.application()], 0
        while open_ends and count < PROMISED:
            each = open_ends.pop()
            if not each:
                continue
            try:
                if count and not each.get_state_set().contains(Atspi.StateType.SHOWING):
                    continue
                count += 1
                yield each
                open_ends += [each.get_child_at_index(at) for at in reversed(range(each.get_child_count()))]
            except GLib.Error:
                continue

    def shown(self, name, role=None):
        """The one of that name, or whose name fits a function; None if it is not there."""
        fits = name if callable(name) else lambda words: words == name
        for each in self.everything():
            try:
                if fits(each.get_name() or "") and (role is None or each.get_role_name() == role):
                    return each
            except GLib.Error:
                continue
        return None

    def names(self):
        """What there is, for the one who reads a failure."""
        lines = []
        for each in self.everything():
            try:
                lines.append(f"{each.get_role_name()}: {each.get_name()}")
            except GLib.Error:
                continue
        return "\n".join(lines)

    def until(self, what, true):
        deadline = time.monotonic() + PATIENCE_S
        while True:
            try:
                found = true()
            except GLib.Error:
                found = None  # it went away while it was looked at
            if found:
                return found
            assert time.monotonic() < deadline, f"waited in vain for {what} among\n{self.names()}"
            time.sleep(0.1)

    def find(self, name, role=None):
        return self.until(f"{role or 'anything'} {name}", lambda: self.shown(name, role))

    def gone(self, name, role=None):
        self.until(f"the end of {name}", lambda: not self.shown(name, role))

    def focus(self, name, role=None):
        def focused():
            found = self.shown(name, role)
            if not found:
                return None
            if found.get_state_set().contains(Atspi.StateType.FOCUSED) and self.has_the_keys(found):
                return found
            Atspi.Component.grab_focus(found)
            return None

        return self.until(f"the focus on {name}", focused)

    @staticmethod
    def has_the_keys(control):
        """Whether the window that a control is in is the one that the keyboard speaks to."""
        while control and control.get_role_name() not in ("frame", "dialog", "alert"):
            control = control.get_parent()
        return control and control.get_state_set().contains(Atspi.StateType.ACTIVE)

    @staticmethod
    def key(*names):
        subprocess.run(["xdotool", "key", *names], check=True)

    def press(self, name):
        """Presses a button as the keyboard does."""
        self.focus(name, "push button")
        self.key("Return")

    def write(self, name, text):
        """Replaces what stands in a field."""
        field = self.find(name, "text")
        self.focus(name, "text")
        Atspi.EditableText.set_text_contents(field, text)
        self.until(f"{text} in {name}", lambda: Atspi.Text.get_text(field, 0, -1) == text)

    def read(self, name):
        return Atspi.Text.get_text(self.find(name, "text"), 0, -1)

    def choose(self, list_name, row):
        """Walks a list to the row whose words fit, and opens it. The list may change meanwhile."""
        self.focus(list_name, "table")

        def chosen():
            table = self.shown(list_name, "table")
            children = [table.get_child_at_index(at) for at in range(table.get_child_count())] if table else []
            cells = [each for each in children if each and each.get_role_name() == "table cell"]
            at = next((at for at, each in enumerate(cells) if row(each.get_name() or "")), None)
            if at is None:
                return False
            if cells[at].get_state_set().contains(Atspi.StateType.SELECTED):
                return True
            self.key("Home", *["Down"] * at)  # pressed twice, they lead to the same row
            return False

        self.until("the row", chosen)
        self.key("Return")
