# SPDX-License-Identifier: MIT
"""The conformance kit on plugins that keep their promises, and on plugins that do not."""
import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

import node as nodes

KIT = nodes.BUILD / "p2pchat-plugin-check"
BROKEN = nodes.BUILD / "tests/loader/plugins"


def check(plugin, *options):
    """Exit code, and what became of each trial, by name."""
    done = subprocess.run([KIT, "--json", *map(str, options), plugin], capture_output=True, text=True, timeout=600)
    trials = json.loads(done.stdout)["trials"] if done.stdout else []
    return done.returncode, {trial["name"]: trial for trial in trials}, done.stderr


class Check(unittest.TestCase):
    def assert_all(self, outcome, trials, prefix):
        chosen = {name: trial for name, trial in trials.items() if name.startswith(prefix)}
        self.assertTrue(chosen, f"no trial {prefix}*")
        for name, trial in chosen.items():
            self.assertEqual(trial["outcome"], outcome, f"{name}: {trial['why']}")

    def test_ours_pass_file_and_life_and_a_part_of_their_contract(self):
        part = {"crypto-ed25519": "CryptoContract.*", "kademlia": "RoutingContract.*", "memory-store": "StoreContract.R*",
                "bottle": "BottleContract.A*", "lan-bottle": "BottleContract.ABottle*",
                "socket-transport": "Datagrams.*", "local-transport": "Datagrams.*", "sqlite-store": "Durability.*"}
        for plugin, suite in part.items():
            with self.subTest(plugin=plugin):
                code, trials, errors = check(nodes.BUILD / f"plugins/{plugin}.so", "--only", f"File.*:Life.*:{suite}",
                                             "--set", "delegation_work_bits=8", "--set", "stamp_bits=4")
                self.assertEqual(code, 0, [trial for trial in trials.values() if trial["outcome"] != "passed"] or errors)
                for prefix in ("File.", "Life.", suite.split(".")[0] + "."):
                    self.assert_all("passed", trials, prefix)

    def test_who_breaks_a_promise_is_told_which(self):
        for plugin, trial, words in (("no_manifest", "File.Holds_a_manifest_that_this_host_reads", "no section .p2pchat"),
                                     ("undefined", "File.Loads_with_all_its_symbols", "undefined symbol"),
                                     ("throws_in_create", "Life.Starts_works_and_stops", "constructor failed"),
                                     ("throws_in_start", "Life.Starts_works_and_stops", "start threw"),
                                     ("boaster", "Life.Answers_for_what_it_claims_and_for_nothing_else", "manifest says")):
            with self.subTest(plugin=plugin):
                code, trials, errors = check(BROKEN / f"{plugin}.so", "--only", trial)
                self.assertEqual(code, 1, errors)
                self.assertEqual(trials[trial]["outcome"], "failed")
                self.assertIn(words, trials[trial]["why"])

    def test_what_is_switched_off_needs_a_reason_and_says_it(self):
        with tempfile.TemporaryDirectory(prefix="p2pchat-check-") as folder:
            off, results = pathlib.Path(folder) / "off.txt", pathlib.Path(folder) / "results.xml"
            trial = "Life.Starts_works_and_stops"
            off.write_text("# not yet\nLife.St*: it cannot start yet\n")
            code, trials, _ = check(BROKEN / "throws_in_start.so", "--only", trial, "--off", off, "--junit", results)
            self.assertEqual((code, trials[trial]["outcome"], trials[trial]["why"]), (0, "off", "it cannot start yet"))
            self.assertEqual(len(xml.etree.ElementTree.parse(results).getroot().findall("testcase/skipped")), 1)
            off.write_text("Life.St*:\n")
            code, _, errors = check(BROKEN / "throws_in_start.so", "--only", trial, "--off", off)
            self.assertEqual(code, 2)
            self.assertIn("off.txt:1", errors)

    def test_an_authors_own_program_is_one_more_trial(self):
        with tempfile.TemporaryDirectory(prefix="p2pchat-check-") as folder:
            own = pathlib.Path(folder) / "mine.sh"
            own.write_text('#!/bin/sh\ntest "${P2PCHAT_CHECKED_PLUGIN##*/}" = good.so\n')
            own.chmod(0o755)
            for plugin, outcome in (("good", "passed"), ("mute", "failed")):
                _, trials, _ = check(BROKEN / f"{plugin}.so", "--only", "File.Says*", "--with", own)
                self.assertEqual(trials["Own.mine.sh"]["outcome"], outcome)

    def test_the_program_goes_on_as_the_kit_with_every_option(self):
        done = nodes.command("plugin", "check", "--json", "--only", "File.Says*", "--seed", "7", str(BROKEN / "good.so"), timeout=600)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([trial["name"] for trial in json.loads(done.stdout)["trials"]], ["File.Says_who_it_is"])
        refused = nodes.command("--json", "plugin", "check", str(BROKEN / "good.so"))
        self.assertEqual(refused.returncode, 2)
        self.assertIn("nothing before `plugin`", refused.stderr)

    def test_a_program_without_the_kit_says_which_package_brings_it(self):
        with tempfile.TemporaryDirectory(prefix="p2pchat-check-") as folder:
            alone = shutil.copy(nodes.PROGRAM, folder)
            for verb in ("check", "new"):
                done = subprocess.run([alone, "plugin", verb, "mine.so"], capture_output=True, text=True, timeout=60)
                self.assertEqual(done.returncode, 2)
                self.assertIn("package p2pchat-dev", done.stderr)


if __name__ == "__main__":
    unittest.main()
