# SPDX-License-Identifier: MIT
"""The program around the chat: its commands, its refusals, its ends."""
import json
import pathlib
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
import time
import unittest

from node import BUILD, PATIENCE_S, PROGRAM, Node, command, free_port, surroundings

BROKEN = BUILD / "tests/loader/plugins"
KEYS = pathlib.Path(__file__).resolve().parents[1] / "support/keys"


class Program(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="p2pchat-program-")
        self.addCleanup(directory.cleanup)
        self.home = pathlib.Path(directory.name)
        self.data = self.home / "data"

    def command(self, *arguments, **options):
        environment = {"HOME": str(self.home), "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "", **options.pop("env", {})}
        return command(*arguments, data_dir=self.data, env=environment, **options)

    def config(self, text):
        file = self.home / "config.toml"
        file.write_text(text)
        return "--config", str(file)

    def headless(self, *arguments):
        """Arguments of a node that ends by itself only if something is wrong."""
        return ["--profile", "headless", "--set", f"plugin.socket-transport.listen=127.0.0.1:{free_port()}", *arguments]

    def put_key(self, mode=0o600, size=None):
        self.data.mkdir(mode=0o700)
        key = self.data / "identity.p8"
        key.write_bytes(sorted(KEYS.glob("rsa*.pem"))[0].read_bytes()[:size])
        key.chmod(mode)
        return key

    def assert_refused(self, result, *words, code=1):
        self.assertEqual(result.returncode, code, result.stderr)
        for word in words:
            self.assertIn(word, result.stderr)


class Commands(Program):
    def test_version_names_program_and_sdk(self):
        self.assertRegex(self.command("version").stdout, r"^p2pchat \d+\.\d+\.\d+, SDK 1\.0\n$")
        self.assertEqual(set(json.loads(self.command("version", "--json").stdout)), {"version", "sdk"})

    def test_an_unknown_word_is_answered_with_the_nearest(self):
        self.assert_refused(self.command("plugn"), "unknown word `plugn`", "did you mean `plugin`?", code=2)
        self.assert_refused(self.command("plugin", "lst"), "did you mean `list`?", code=2)
        self.assert_refused(self.command("--profil", "x"), "did you mean `--profile`?", code=2)

    def test_help_lists_the_commands_and_the_exit_codes(self):
        shown = self.command("--help")
        self.assertEqual(shown.returncode, 0)
        for word in ("run", "plugin", "identity", "config", "3 already running"):
            self.assertIn(word, shown.stdout)

    def test_plugin_list_shows_ours_as_ready(self):
        listed = json.loads(self.command("plugin", "list", "--json").stdout)
        states = {plugin["id"]: plugin["state"] for plugin in listed["plugins"]}
        for plugin in ("socket-transport", "kademlia", "bottle", "crypto-rsa-aes", "sqlite-store", "terminal-ui"):
            self.assertEqual(states[plugin], "ready")
        self.assertEqual(states["memory-store"], "unused")
        self.assertEqual(listed["absent"], [])
        text = self.command("plugin", "list").stdout
        self.assertRegex(text, r"(?m)^kademlia +0\.1\.0 +ready +p2pchat\.routing/1$")

    def test_plugin_info_shows_a_manifest(self):
        shown = self.command("plugin", "info", "kademlia").stdout
        self.assertRegex(shown, r"(?m)^needs +p2pchat\.transport/1$")
        self.assertRegex(shown, r"(?m)^settings +bootstrap$")
        self.assert_refused(self.command("plugin", "info", "kademla"), "did you mean `kademlia`?")

    def test_what_is_switched_off_and_on_holds_from_the_next_start_on(self):
        def states():
            listed = json.loads(self.command("plugin", "list", "--json").stdout)
            return {plugin["id"]: (plugin["state"], plugin["next"]) for plugin in listed["plugins"]}

        self.assertEqual(self.command("plugin", "disable", "bottle").returncode, 0)
        self.assertEqual(self.command("plugin", "enable", "memory-store").returncode, 0)
        self.assertEqual(states()["bottle"], ("unused", False))
        self.assertEqual(states()["memory-store"], ("ready", True))
        self.assertEqual(self.command("plugin", "enable", "bottle").returncode, 0)
        self.assertEqual(states()["bottle"], ("ready", True))
        self.assert_refused(self.command("plugin", "disable", "botle"), "did you mean `bottle`?")

    def test_each_broken_plugin_is_refused_by_its_own_sentence(self):
        names = ["not_elf", "no_manifest", "other_major", "other_minor", "other_abi", "needs_absent", "circle_a"]
        profile = self.config(f'profile = "b"\n[profiles.b]\nplugins = {json.dumps(names + ["circle_b", "nowhere"])}\n')
        listed = json.loads(self.command(*profile, "--plugin-dir", str(BROKEN), "--set", "trust.policy=path",
                                         "plugin", "list", "--json").stdout)
        plugins = {plugin["id"]: plugin for plugin in listed["plugins"]}
        verdicts = ["not-elf", "no-manifest", "sdk-major", "sdk-minor", "abi", "dependency", "cycle"]
        for name, verdict in zip(names, verdicts):
            self.assertEqual((plugins[name]["state"], plugins[name]["verdict"]), ("refused", verdict), name)
        self.assertEqual(len({plugins[name]["reason"] for name in names}), len(names))
        self.assertEqual(listed["absent"], ["nowhere"])

    def test_listing_runs_no_code_of_a_plugin(self):
        canary = self.home / "canary"
        result = self.command("--plugin-dir", str(BROKEN), "plugin", "list", env={"P2PCHAT_CANARY": str(canary)})
        self.assertIn("unlisted", result.stdout)
        self.assertFalse(canary.exists())

    def test_a_plugin_that_fails_is_named_and_the_node_runs_without_it(self):
        profile = self.config('[profiles.more]\nextends = "headless"\nplugins = ["throws_in_create", "fails_to_start"]\n')
        node = Running(self, *profile, *self.headless("--profile", "more", "--plugin-dir", str(BROKEN),
                                                        "--set", "trust.policy=path"))
        self.assertEqual(node.end(signal.SIGTERM), 0)
        self.assertIn("no sodium in the sea", node.log)
        self.assertIn("the well is dry: fill it", node.log)

    def test_a_terminal_without_a_user_interface_does_not_start(self):
        environment = {"HOME": str(self.home), "P2PCHAT_PLUGIN_PATH": str(self.without("terminal-ui"))}
        # A copy of the program, which has no plugin folder beside it.
        program = shutil.copy(PROGRAM, self.home / "p2pchat")
        arguments = ["--data-dir", str(self.data), "--set", "plugin.socket-transport.listen=127.0.0.1:0",
                     "--set", "trust.policy=any"]
        result = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=60, env=environment)
        self.assert_refused(result, "plugin terminal-ui is in no plugin folder", "no user interface that runs")

    def without(self, absent):
        folder = self.home / "plugins-but-one"
        folder.mkdir()
        for file in (BUILD / "plugins").glob("*.so"):
            if file.stem != absent:
                (folder / file.name).symlink_to(file)
        return folder


class Configuration(Program):
    def test_path_names_the_file_of_the_environment(self):
        self.assertEqual(self.command("config", "path").stdout.strip(), str(self.home / ".config/p2pchat/config.toml"))
        named = self.command("config", "path", env={"XDG_CONFIG_HOME": "/somewhere"}).stdout.strip()
        self.assertEqual(named, "/somewhere/p2pchat/config.toml")

    def test_an_error_is_told_with_line_and_column_before_any_data_is_touched(self):
        result = self.command(*self.config('profile = "headless"\n[node\nname = "x"\n'))
        self.assert_refused(result, "config.toml:2:6", code=2)
        self.assertFalse(self.data.exists())

    def test_a_value_of_the_wrong_kind_is_told_with_line_and_column(self):
        result = self.command(*self.config('[node]\nephemeral = "perhaps"\n'))
        self.assert_refused(result, "config.toml:2:13", "`node.ephemeral` must be true or false", code=2)
        self.assertFalse(self.data.exists())

    def test_an_unknown_key_is_answered_with_the_nearest(self):
        shown = self.command(*self.config('[plugin.kademlia]\nbootstap = ["x:1"]\n'), "config", "check")
        self.assertEqual(shown.returncode, 0)
        self.assertIn("config.toml:2:12: nobody reads the key `plugin.kademlia.bootstap`; did you mean `bootstrap`?",
                      shown.stdout)

    def test_profiles_extend_each_other_but_not_in_a_circle(self):
        mine = self.config('profile = "mine"\n[profiles.mine]\nextends = "terminal"\nwithout = ["sqlite-store"]\n'
                           'plugins = ["memory-store"]\n')
        checked = json.loads(self.command(*mine, "config", "check", "--json").stdout)
        self.assertEqual(checked["plugins"],
                         ["socket-transport", "kademlia", "bottle", "crypto-rsa-aes", "terminal-ui", "memory-store"])
        circle = self.config('profile = "a"\n[profiles.a]\nextends = "b"\n[profiles.b]\nextends = "a"\n')
        self.assert_refused(self.command(*circle, "config", "check"), "circle: a -> b -> a", code=2)
        self.assert_refused(self.command("--profile", "headles", "config", "check"), "did you mean `headless`?", code=2)

    def test_a_flag_counts_before_the_file_and_a_repeated_one_is_a_list(self):
        file = self.config('[log]\nlevel = "error"\n[plugin.kademlia]\nbootstrap = "from.the.file:1"\n')
        flags = ["--set", "plugin.kademlia.bootstrap=a:1", "--set", "plugin.kademlia.bootstrap=b:2", "--log-level", "debug"]
        settings = json.loads(self.command(*file, *flags, "config", "check", "--json").stdout)["settings"]
        values = {setting["key"]: setting["values"] for setting in settings}
        self.assertEqual(values, {"log.level": ["debug"], "plugin.kademlia.bootstrap": ["a:1", "b:2"]})

    def test_a_file_that_was_named_has_to_be_there(self):
        self.assert_refused(self.command("--config", str(self.home / "absent.toml")), "absent.toml", code=2)


class Running:
    """A headless node as a process, ready."""

    def __init__(self, test, *arguments, env=None):
        self.test = test
        environment = surroundings(HOME=str(test.home), **(env or {}))
        self.process = subprocess.Popen([PROGRAM, "--data-dir", str(test.data), *arguments], stderr=subprocess.PIPE,
                                        text=True, env=environment)
        test.addCleanup(self.kill)
        self.log = ""
        while "ready, profile" not in self.log:
            line = self.process.stderr.readline()
            test.assertTrue(line, f"ended before it was ready:\n{self.log}")
            self.log += line

    def end(self, number):
        """Sends a signal; returns the exit code."""
        self.process.send_signal(number)
        self.log += self.process.communicate(timeout=120)[1]
        return self.process.returncode

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()
        self.process.stderr.close()


class Data(Program):
    def test_signals_end_it_cleanly(self):
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            node = Running(self, *self.headless())
            self.assertEqual(node.end(number), 0, node.log)
            self.assertIn("ended", node.log)

    def test_everything_it_keeps_is_mine_alone(self):
        node = Running(self, *self.headless())
        node.end(signal.SIGTERM)
        for path in [self.data, *self.data.rglob("*")]:
            self.assertEqual(stat.S_IMODE(path.stat().st_mode) & 0o077, 0, path)
        self.assertIn("ready, profile headless", (self.data / "log/p2pchat.log").read_text())

    def test_a_second_start_is_refused_and_names_the_first(self):
        node = Running(self, *self.headless())
        second = self.command(*self.headless())
        self.assert_refused(second, "already running as process", str(node.process.pid), code=3)
        node.process.kill()
        node.process.wait()
        again = Running(self, *self.headless())
        self.assertEqual(again.end(signal.SIGTERM), 0)

    def test_what_to_do_is_said_whole_however_long_the_path(self):
        self.data = self.home / ("a-long-name" * 12)
        node = Running(self, *self.headless())
        self.assert_refused(self.command(*self.headless()), str(node.process.pid), "stop it, or choose another --data-dir",
                            code=3)
        node.end(signal.SIGTERM)
        self.data.chmod(0o755)
        self.assert_refused(self.command(*self.headless()), "others can enter", "chmod 700")

    def test_a_port_in_use_is_told(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            result = self.command("--profile", "headless", "--set", f"plugin.socket-transport.listen=127.0.0.1:{port}")
        self.assert_refused(result, str(port))

    def test_a_data_directory_others_can_enter_is_refused(self):
        self.data.mkdir(mode=0o755)
        self.data.chmod(0o755)
        self.assert_refused(self.command(*self.headless()), "others can enter", "chmod 700")

    def test_a_data_directory_that_cannot_be_is_told(self):
        self.data = self.home / "file" / "data"
        (self.home / "file").write_text("in the way")
        self.assert_refused(self.command(*self.headless()), str(self.data), "--data-dir")

    def test_a_key_file_others_may_read_is_refused(self):
        self.put_key(mode=0o644)
        self.assert_refused(self.command(*self.headless()), "chmod 600")

    def test_a_truncated_key_file_is_refused_and_left_alone(self):
        key = self.put_key(size=300)
        result = self.command(*self.headless())
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("identity.p8", result.stderr)
        self.assertEqual(key.stat().st_size, 300)

    def test_the_passphrase_is_not_left_where_ps_finds_it(self):
        node = Running(self, *self.headless(), env={"P2PCHAT_PASSPHRASE": "a staple of horses"})
        environment = pathlib.Path(f"/proc/{node.process.pid}/environ").read_bytes()
        self.assertIn(b"HOME=", environment)
        self.assertNotIn(b"staple", environment)
        key = self.data / "identity.p8"
        deadline = time.monotonic() + PATIENCE_S
        while not key.exists() and time.monotonic() < deadline:  # it is being made when the node is ready
            time.sleep(0.05)
        node.end(signal.SIGTERM)
        self.assertIn("ENCRYPTED", key.read_text())

    def test_an_ephemeral_node_writes_no_identity(self):
        node = Running(self, *self.headless("--set", "node.ephemeral=true"))
        node.end(signal.SIGTERM)
        self.assertFalse((self.data / "identity.p8").exists())


class Identity(Program):
    def show(self):
        return json.loads(self.command("identity", "show", "--json").stdout)

    def test_there_is_none_before_the_first_run(self):
        self.assert_refused(self.command("identity", "show"), "the first p2pchat run makes one")

    def test_export_and_import_carry_the_key_to_another_node(self):
        self.put_key()
        first = self.show()
        self.assertRegex(first["id"], "^[0-9a-f]{64}$")
        carried = self.home / "carried.p8"
        secret = {"P2PCHAT_PASSPHRASE": "a staple of horses"}
        plain = self.command("identity", "export", str(carried))
        self.assertEqual(plain.returncode, 0, plain.stderr)
        self.assertEqual(stat.S_IMODE(carried.stat().st_mode), 0o600)
        self.assert_refused(self.command("identity", "export", str(carried)), str(carried))
        self.data = self.home / "other"
        self.assertEqual(self.command("identity", "import", str(carried)).returncode, 0)
        self.assertEqual(self.show()["id"], first["id"])
        self.assertNotEqual(self.command("identity", "import", str(carried)).returncode, 0, "never over an existing one")
        encrypted = self.home / "encrypted.p8"
        self.assertEqual(self.command("identity", "export", str(encrypted), env=secret).returncode, 0)
        self.assertIn("ENCRYPTED", encrypted.read_text())

    def test_the_node_is_who_the_file_says(self):
        self.put_key()
        expected = self.show()["id"]
        node = Node("self")
        self.addCleanup(node.close)
        node.data.mkdir(mode=0o700)
        shutil.copy(self.data / "identity.p8", node.data / "identity.p8")
        self.assertEqual(node.start().id, expected)
        self.assertEqual(node.stop(), 0)


if __name__ == "__main__":
    unittest.main()
