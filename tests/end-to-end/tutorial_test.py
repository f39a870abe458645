# SPDX-License-Identifier: MIT
"""A stranger with the tutorial and the installed program and SDK: everything that its pages say is done, and comes out so."""
import hashlib
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

import node as nodes
from tutorial import Reader

PAGES = pathlib.Path(__file__).resolve().parents[2] / "docs/tutorial"
# With the packages installed, as for a person, nothing of a build is needed.
INSTALLED = "P2PCHAT_INSTALLED" in os.environ


class Tutorial(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="p2pchat-tutorial-")
        cls.addClassCleanup(folder.cleanup)
        cls.place = pathlib.Path(folder.name)
        search = os.environ["PATH"]
        if not INSTALLED:
            prefix = cls.place / "prefix"
            for component in ("program", "sdk"):
                subprocess.run(["cmake", "--install", nodes.BUILD, "--component", component, "--prefix", prefix], check=True,
                               capture_output=True, timeout=600)
            search = f"{prefix}/bin:{search}"
        (cls.place / "home").mkdir()
        cls.program = pathlib.Path(shutil.which("p2pchat", path=search))
        environment = {"PATH": search, "HOME": str(cls.place / "home"), "LANG": "C.UTF-8"}
        if not INSTALLED:
            environment["CMAKE_PREFIX_PATH"] = str(cls.program.parents[1])
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "P2PCHAT_PLUGIN_PATH", "P2PCHAT_DATA_DIR"):
            environment[name] = ""
        cls.reader = Reader(cls.place / "home", environment)

    def test_the_pages_come_out_as_they_say_and_the_program_stays_what_it_was(self):
        before = hashlib.sha256(self.program.read_bytes()).hexdigest()
        for page in ("cipher.md", "routing.md"):
            begun = time.monotonic()
            done = self.reader.follow(PAGES / page)
            print(f"{page}: {time.monotonic() - begun:.1f} s, {done}", flush=True)
            self.assertGreaterEqual(done["types"], 3, "people chat on this page")
        after = hashlib.sha256(self.program.read_bytes()).hexdigest()
        print(f"{self.program} before {before[:16]} after {after[:16]}")
        self.assertEqual(after, before)


if __name__ == "__main__":
    unittest.main()
