# SPDX-License-Identifier: MIT
"""What `cmake --install` places, package by package, and that desktops can read what is for them."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from node import BUILD

ENTRY, METAINFO = "share/applications/p2pchat.desktop", "share/metainfo/org.p2pchat.p2pchat.metainfo.xml"
ICON = "share/icons/hicolor/scalable/apps/p2pchat.svg"
HEADLESS = {"socket-transport", "local-transport", "kademlia", "lan-routing", "bottle", "lan-bottle", "crypto-rsa-aes",
            "crypto-ed25519", "sqlite-store", "memory-store", "terminal-ui", "stranger"}
WITH_WINDOW = (BUILD / "plugins" / "wx-gui.so").exists()


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="p2pchat-install-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.files = {}
        for component in ("program", "desktop", "sdk"):
            stage = cls.folder / component
            subprocess.run(["cmake", "--install", BUILD, "--component", component, "--strip"], check=True, timeout=600,
                           capture_output=True, env=dict(os.environ, DESTDIR=str(stage)))
            cls.files[component] = {path.relative_to(stage) for path in stage.rglob("*") if path.is_file()}
        cls.prefix = next(path for path in cls.files["program"] if path.name == "p2pchat").parent.parent

    def names(self, component):
        """The files of a component, below the prefix."""
        return {path.relative_to(self.prefix).as_posix() for path in self.files[component]}

    def plugins(self, component):
        return {path.stem for path in self.files[component] if path.suffix == ".so"}

    def read(self, name):
        return (self.folder / "desktop" / self.prefix / name).read_text(encoding="utf-8")

    def test_no_file_is_in_two_packages(self):
        program, desktop, sdk = (self.files[each] for each in ("program", "desktop", "sdk"))
        self.assertFalse(program & desktop or program & sdk or desktop & sdk)

    def test_the_program_comes_with_the_plugins_that_need_no_display_and_with_its_licence(self):
        self.assertEqual(self.plugins("program"), HEADLESS)
        self.assertLessEqual({"bin/p2pchat", "share/doc/p2pchat/copyright"}, self.names("program"))
        self.assertFalse([name for name in self.names("program") if "include" in name or name.startswith("share/applications")])

    def test_the_program_finds_the_plugins_where_they_were_placed(self):
        stage = self.folder / "program" / self.prefix
        environment = {key: value for key, value in os.environ.items() if not key.startswith("P2PCHAT")}
        done = subprocess.run([stage / "bin/p2pchat", "--json", "plugin", "list"], capture_output=True, text=True, timeout=60,
                              env=dict(environment, HOME=str(self.folder)))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual({plugin["id"] for plugin in json.loads(done.stdout)["plugins"]}, HEADLESS)

    def test_the_sdk_has_headers_the_kits_the_build_package_and_the_templates(self):
        names = self.names("sdk")
        self.assertLessEqual({"bin/p2pchat-plugin", "bin/p2pchat-plugin-check", "include/p2pchat/plugin.hpp",
                              "include/p2pchat/kit/cipher.hpp", "share/doc/p2pchat-dev/copyright"}, names)
        self.assertTrue([name for name in names if name.endswith("cmake/p2pchat-sdk/p2pchat-sdk-config.cmake")])
        self.assertTrue([name for name in names if name.startswith("share/p2pchat-sdk/templates/bot/")])

    @unittest.skipUnless(WITH_WINDOW, "this build has no window")
    def test_the_desktop_app_comes_with_an_entry_an_icon_and_a_description(self):
        self.assertEqual(self.plugins("desktop"), {"wx-gui"})
        self.assertEqual({name for name in self.names("desktop") if not name.endswith(".so")},
                         {ENTRY, ICON, METAINFO, "share/doc/p2pchat-gui/copyright"})

    @unittest.skipUnless(WITH_WINDOW, "this build has no window")
    def test_the_entry_starts_what_is_installed_and_shows_the_icon_that_is(self):
        lines = self.read(ENTRY).splitlines()
        self.assertIn("Icon=" + pathlib.Path(ICON).stem, lines)
        self.assertIn("TryExec=p2pchat", lines)
        for line in lines:
            if line.startswith("Exec="):
                self.assertEqual(line.split("=", 1)[1].split()[:3], ["p2pchat", "--profile", "desktop"])
        self.assertIn(f'<launchable type="desktop-id">{pathlib.Path(ENTRY).name}</launchable>', self.read(METAINFO))

    @unittest.skipUnless(WITH_WINDOW, "this build has no window")
    def test_desktops_and_software_centres_accept_the_descriptions(self):
        stage = self.folder / "desktop" / self.prefix
        checks = {"desktop-file-validate": [stage / ENTRY], "appstreamcli": ["validate", "--no-net", stage / METAINFO]}
        for tool, arguments in checks.items():
            if not shutil.which(tool):
                self.skipTest(f"there is no {tool}")
            done = subprocess.run([tool, *arguments], capture_output=True, text=True, timeout=60)
            self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)


if __name__ == "__main__":
    unittest.main()
