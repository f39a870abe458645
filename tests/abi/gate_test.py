# SPDX-License-Identifier: MIT
"""The gate of the ABI: what was frozen holds, for every compiler, and the gate itself sees what it is there to see.

When it is red and the change was meant: raise P2PCHAT_SDK_MINOR, copy sdk/include to frozen/MAJOR.MINOR/include, and write
what `witness/facts.cpp` prints beside it, as facts.txt. The rules are in docs/plugins.md.
"""
import os
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

from breaks import BREAKS
from gate import FROZEN, TODAY, Built, held, version

# Another compiler than that of the host, and another standard library.
OTHERS = {"clang": ("clang++-19",), "clang and libc++": ("clang++-19", "-stdlib=libc++")}
HOW_TO_GO_ON = "undo it, or raise P2PCHAT_SDK_MINOR and freeze a copy (docs/plugins.md has the rules)"


def name(kept):
    return ".".join(map(str, kept))


def frozen_headers(kept):
    return FROZEN / name(kept) / "include"


def frozen_facts(kept):
    return (FROZEN / name(kept) / "facts.txt").read_text(encoding="utf-8")


class Gate(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="p2pchat-abi-")
        self.addCleanup(folder.cleanup)
        self.place = pathlib.Path(folder.name)

    def assert_runs(self, built):
        code, said = built.crossing()
        self.assertEqual(code, 0, said)


class Frozen(Gate):
    def test_the_version_of_today_is_frozen(self):
        self.assertIn(version(), held(), f"nothing is frozen for SDK {name(version())}: {HOW_TO_GO_ON}")

    def test_the_headers_of_today_are_what_was_frozen(self):
        for kept in held():
            with self.subTest(version=name(kept)):
                before = Built(self.place / "before", frozen_headers(kept), kept[1])
                now = Built(self.place / "now", TODAY, kept[1])
                self.assertEqual(before.facts(), frozen_facts(kept), "the frozen copy itself is not what it was")
                self.assertEqual(now.facts(), frozen_facts(kept), f"the ABI has changed: {HOW_TO_GO_ON}")
                self.assertEqual(now.difference(before), "", f"the ABI has changed: {HOW_TO_GO_ON}")

    def test_the_facts_name_every_method_of_today(self):
        interfaces = re.findall(r"^\w+ \S+: (\d+) methods, 8 octets\n((?:  .*\n)*)", Built(self.place, TODAY, version()[1]).facts(),
                                re.M)
        self.assertGreater(len(interfaces), 10)
        for count, methods in interfaces:
            self.assertEqual([int(line.split()[0]) for line in methods.splitlines()], list(range(int(count))), methods)

    def test_a_plugin_built_with_what_was_frozen_runs_in_the_host_of_today(self):
        for kept in held():
            with self.subTest(version=name(kept)):
                self.assert_runs(Built(self.place, frozen_headers(kept), kept[1]))


class Breaks(Gate):
    def test_each_is_seen_by_all_that_could(self):
        kept = version()
        before = Built(self.place / "before", frozen_headers(kept), kept[1])
        facts = before.facts()
        for number, (what, (header, there, then, compiles)) in enumerate(BREAKS.items()):
            with self.subTest(what):
                headers = self.place / str(number) / "include"
                shutil.copytree(TODAY, headers)
                broken = headers / "p2pchat" / header
                text = broken.read_text(encoding="utf-8")
                self.assertEqual(text.count(there), 1, f"{header} has changed: break it anew")
                broken.write_text(text.replace(there, then), encoding="utf-8")
                now = Built(self.place / str(number), headers, kept[1])
                self.assertNotEqual(now.facts(), facts, "the facts")
                self.assertNotEqual(now.difference(before), "", "abidiff")
                if compiles:
                    self.assertNotEqual(now.crossing()[0], 0, "a plugin in the host of today")


class Compilers(Gate):
    def test_plugins_of_each_run_in_this_host(self):
        for kept in held():
            for what, compiler in OTHERS.items():
                with self.subTest(what, version=name(kept)):
                    built = Built(self.place / what.replace(" ", "-"), frozen_headers(kept), kept[1], compiler)
                    self.assertEqual(built.facts(), frozen_facts(kept))
                    self.assert_runs(built)


if __name__ == "__main__":
    if "Compilers" in sys.argv and not shutil.which("clang++-19") and not os.environ.get("P2PCHAT_EVERY_COMPILER"):
        print("clang++-19 and its libc++ are not there (packages/check.txt)")
        sys.exit(77)
    unittest.main()
