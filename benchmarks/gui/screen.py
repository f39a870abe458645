# SPDX-License-Identifier: MIT
"""A screen in memory whose pixels can be read without asking the X server, and a window manager that adds none."""
import mmap
import os
import pathlib
import struct
import subprocess
import tempfile
import time

SIZE = (1400, 900)
# Without frames: a title that the manager draws would pass for something of the program's.
NO_FRAMES = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications><application class="*"><decor>no</decor></application></applications>
</openbox_config>
"""
DRAWN_PIXELS = 1000  # of one in sixteen
DRAWN_COLOURS = 16   # letters with soft edges make more, plain areas fewer


class Screen:
    """An X server of its own. `drawn` says whether a program has put more on it than plain areas."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="p2pchat-screen-")
        folder = pathlib.Path(self.folder.name)
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "%dx%dx24" % SIZE, "-fbdir", folder,
                                        "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        self.environment = dict(os.environ, DISPLAY=f":{number}", LC_ALL="C.UTF-8", NO_AT_BRIDGE="1", GDK_BACKEND="x11",
                                GTK_THEME="Adwaita", GTK_IM_MODULE="gtk-im-context-simple")
        (folder / "rc.xml").write_text(NO_FRAMES)
        self.manager = subprocess.Popen(["openbox", "--config-file", folder / "rc.xml"], env=self.environment,
                                        stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        while subprocess.run(["xdotool", "get_desktop"], env=self.environment, capture_output=True).returncode != 0:
            assert self.manager.poll() is None, "openbox does not start"
            time.sleep(0.1)
        with open(folder / "Xvfb_screen0", "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        header = struct.unpack(">20I", self.memory[:80])
        self.begin = header[0] + header[19] * 12
        self.empty = self.sample()

    def sample(self):
        """One pixel in sixteen, 32 bits each."""
        octets = self.memory[self.begin:self.begin + SIZE[0] * SIZE[1] * 4]
        return memoryview(octets).cast("I")[::16].tolist()

    def drawn(self):
        now = self.sample()
        changed = [pixel for pixel, was in zip(now, self.empty) if pixel != was]
        return len(changed) >= DRAWN_PIXELS and len(set(changed)) >= DRAWN_COLOURS

    def bare(self):
        """Whether there is nothing on it but the pointer."""
        return sum(pixel != was for pixel, was in zip(self.sample(), self.empty)) < DRAWN_PIXELS // 10

    def keys(self, *arguments):
        """Runs xdotool."""
        done = subprocess.run(["xdotool", *arguments], env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def close(self):
        self.memory.close()
        for process in (self.manager, self.server):
            process.terminate()
            process.wait()
        self.folder.cleanup()
