# SPDX-License-Identifier: MIT
"""Holds the tree against the rules of ARCHITECTURE.md: arrows, homes of libraries, sizes, docstrings."""
import pathlib
import re
import statistics
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODE = ("*.cpp", "*.hpp")

# Each third-party library has one home; nothing else includes it.
HOMES = {
    r"boost/dll": ["host/src/plugins"],
    r"boost/asio": ["host/src/loop", "plugins/socket-transport", "plugins/local-transport"],
    r"toml\+\+|toml\.h": ["host/src/config"],
    r"CLI/": ["host/src/cli", "conformance/src"],
    r"spdlog/|fmt/": ["host/src/logging"],
    r"openssl/": ["cipher", "plugins/crypto-rsa-aes", "plugins/crypto-ed25519"],
    r"sodium": ["trust/src"],
    r"sqlite3": ["plugins/sqlite-store"],
    r"simdjson": ["wire/src"],
    r"n?curses": ["plugins/terminal-ui"],
    r"utf8proc": ["presentation/src", "plugins/terminal-ui", "plugins/wx-gui"],
    r"qrencode": ["plugins/wx-gui/src/look"],
    r"idn2|fontconfig/": ["plugins/wx-gui/src/text"],
    r"miniupnpc|natpmp": ["plugins/socket-transport/src/mapping"],
    r"seccomp": ["isolation/src"],
    r"wx/": ["plugins/wx-gui/src/view"],
}
# Only these may touch sockets, threads and clocks by themselves.
SHELLS = ("plugins/socket-transport", "plugins/local-transport", "plugins/terminal-ui")


def files(*folders, patterns=CODE):
    return sorted(path for folder in folders for pattern in patterns for path in (ROOT / folder).rglob(pattern))


def name(path):
    return path.relative_to(ROOT).as_posix()


def lines(path):
    return path.read_text(encoding="utf-8").count("\n")


def includes(path):
    for match in re.finditer(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', path.read_text(encoding="utf-8"), re.M):
        yield match.group(1), match.group(2)


PRODUCT = files("sdk", "wire", "routing", "transport", "bottle", "presentation", "cipher", "messaging", "isolation", "backup", "trust", "host",
                "plugins", "conformance")


class Arrows(unittest.TestCase):
    def test_there_is_something_to_check(self):
        self.assertGreater(len(PRODUCT), 80)

    def test_the_sdk_includes_only_itself_and_the_standard_library(self):
        for path in files("sdk/include"):
            for kind, target in includes(path):
                own = (path.parent / target).exists()
                self.assertTrue(own if kind == '"' else "/" not in target, f"{name(path)} includes {target}")

    def test_templates_and_examples_know_the_sdk_alone(self):
        for path in files("sdk/templates", "examples"):
            for kind, target in includes(path):
                self.assertTrue(kind == "<" and ("/" not in target or target.startswith("p2pchat/")),
                                f"{name(path)} includes {target}")

    def test_examples_and_templates_are_short(self):
        most = {"examples/sodium-cipher": 120, "examples/mesh-routing": 150}
        for folder in sorted((ROOT / "examples").iterdir()) + sorted((ROOT / "sdk/templates").iterdir()):
            self.assertLessEqual(sum(map(lines, files(name(folder)))), most.get(name(folder), 60), name(folder))

    def test_the_kit_includes_itself_the_sdk_and_the_standard_library(self):
        for path in files("sdk/kit"):
            for kind, target in includes(path):
                self.assertTrue(kind == "<" and ("/" not in target or target.startswith("p2pchat/")),
                                f"{name(path)} includes {target}")

    def test_wire_knows_of_the_sdk_only_the_value_types(self):
        for path in files("wire"):
            for _, target in includes(path):
                if target != "p2pchat/abi.hpp":
                    self.assertFalse(target.startswith(("p2pchat/", "host/", "plugins/")),
                                     f"{name(path)} includes {target}")

    def test_a_plugin_includes_only_itself_the_sdk_and_wire(self):
        for path in files("plugins"):
            own = ROOT / "plugins" / path.relative_to(ROOT / "plugins").parts[0] / "src"
            for kind, target in includes(path):
                shared = ("cipher/",) if own.parent.name.startswith("crypto-") else ("wire/", "presentation/", "routing/", "bottle/", "transport/")
                if kind == '"' and not target.startswith(shared):
                    self.assertTrue((own / target).exists() or (path.parent / target).exists(),
                                    f"{name(path)} includes {target}, which is not its own")

    def test_the_host_includes_no_plugin_and_of_other_libraries_only_their_faces(self):
        own = ROOT / "host/src"
        faces = [ROOT / part / "include" for part in ("messaging", "isolation", "backup", "trust")]
        for path in files("host"):
            for kind, target in includes(path):
                if kind == '"' and not target.startswith("wire/"):
                    self.assertTrue(any((place / target).exists() for place in (own, path.parent, *faces)),
                                    f"{name(path)} includes {target}, which is not the host's")

    def test_each_library_has_one_home(self):
        for path in PRODUCT:
            for kind, target in includes(path):
                for library, homes in HOMES.items():
                    if kind == "<" and re.match(library, target):
                        self.assertTrue(name(path).startswith(tuple(homes)), f"{name(path)} includes {target}")

    def test_messaging_stands_on_the_sdk_and_wire_alone(self):
        own, face = ROOT / "messaging/src", ROOT / "messaging/include"
        for path in files("messaging"):
            for kind, target in includes(path):
                if kind == '"' and not target.startswith("wire/"):
                    self.assertTrue(any((place / target).exists() for place in (own, path.parent, face)),
                                    f"{name(path)} includes {target}, which is not messaging's")

    def test_isolation_stands_on_the_sdk_alone(self):
        own, face = ROOT / "isolation/src", ROOT / "isolation/include"
        for path in files("isolation"):
            for kind, target in includes(path):
                if kind == '"':
                    self.assertTrue((own / target).exists() or (face / target).exists(),
                                    f"{name(path)} includes {target}, which is not isolation's")

    def test_backup_stands_on_the_sdk_wire_and_the_face_of_messaging(self):
        for path in files("backup"):
            for kind, target in includes(path):
                if kind == '"':
                    self.assertTrue(target.startswith(("backup/", "messaging/")), f"{name(path)} includes {target}")

    def test_trust_knows_of_wire_alone(self):
        own, face = ROOT / "trust/src", ROOT / "trust/include"
        for path in files("trust"):
            for kind, target in includes(path):
                self.assertFalse(target.startswith("p2pchat/"), f"{name(path)} includes {target}")
                if kind == '"' and not target.startswith("wire/"):
                    self.assertTrue((own / target).exists() or (face / target).exists(),
                                    f"{name(path)} includes {target}, which is not trust's")

    def test_trust_knows_which_plugins_are_ours(self):
        text = (ROOT / "trust/include/trust/ours.hpp").read_text(encoding="utf-8")
        listed = re.search(r"ours\[\] = \{(.*?)\}", text, re.S).group(1)
        self.assertEqual(sorted(re.findall(r'"([^"]+)"', listed)),
                         sorted(folder.name for folder in (ROOT / "plugins").iterdir() if folder.is_dir()))

    def test_presentation_stands_on_the_sdk_and_wire_alone(self):
        for path in files("presentation"):
            for kind, target in includes(path):
                if kind == '"':
                    self.assertTrue(target.startswith("presentation/"), f"{name(path)} includes {target}")

    def test_routing_stands_on_the_sdk_alone_and_serves_routing_plugins_alone(self):
        for path in files("routing"):
            for kind, target in includes(path):
                if kind == '"':
                    self.assertTrue(target.startswith("routing/"), f"{name(path)} includes {target}")
        for path in files("host", "messaging", "presentation", "plugins"):
            if not name(path).startswith(("plugins/kademlia", "plugins/lan-routing")):
                for _, target in includes(path):
                    self.assertFalse(target.startswith("routing/"), f"{name(path)} includes {target}")

    def test_bottle_stands_on_the_sdk_and_wire_and_serves_bottle_plugins_alone(self):
        for path in files("bottle"):
            for kind, target in includes(path):
                if kind == '"':
                    self.assertTrue(target.startswith("bottle/"), f"{name(path)} includes {target}")
        for path in files("host", "messaging", "presentation", "plugins"):
            if not name(path).startswith(("plugins/bottle", "plugins/lan-bottle")):
                for _, target in includes(path):
                    self.assertFalse(target.startswith("bottle/"), f"{name(path)} includes {target}")

    def test_transport_stands_on_the_sdk_alone_and_serves_transports_alone(self):
        for path in files("transport"):
            for kind, target in includes(path):
                if kind == '"':
                    self.assertTrue(target.startswith("transport/"), f"{name(path)} includes {target}")
        for path in files("host", "messaging", "presentation", "routing", "plugins"):
            if not name(path).startswith(("plugins/socket-transport", "plugins/local-transport")):
                for _, target in includes(path):
                    self.assertFalse(target.startswith("transport/"), f"{name(path)} includes {target}")

    def test_cipher_stands_on_the_sdk_alone(self):
        for path in files("cipher"):
            for kind, target in includes(path):
                if kind == '"':
                    self.assertTrue(target.startswith("cipher/"), f"{name(path)} includes {target}")

    def test_sessions_know_nothing_of_mail(self):
        for path in files("messaging/src/sessions"):
            for _, target in includes(path):
                self.assertFalse(target.startswith("mail/"), f"{name(path)} includes {target}")


class Purity(unittest.TestCase):
    FORBIDDEN = (r"_clock::now", r"random_device", r"\bthread_local\b", r"\bstd::(j?thread|mt19937)", r"\btime\(nullptr\)",
                 r"<sys/socket\.h>")

    def test_plugins_and_messaging_take_time_randomness_and_sockets_from_the_sdk(self):
        for path in files("plugins", "presentation", "cipher", "routing", "bottle", "messaging"):
            if name(path).startswith(SHELLS):
                continue
            text = path.read_text(encoding="utf-8")
            for forbidden in self.FORBIDDEN:
                self.assertIsNone(re.search(forbidden, text), f"{name(path)} uses {forbidden}")

    def test_plugins_keep_no_static_state(self):
        mutable = re.compile(r"^\s*static (?!constexpr|const |inline constexpr|consteval|_?assert)[\w:<>,\s*&]+\s\w+\s*(=|;|\{)", re.M)
        for path in files("plugins", "presentation", "cipher", "routing", "transport", "bottle", "messaging", "isolation", "backup", "trust",
                          "host", "wire"):
            found = mutable.search(path.read_text(encoding="utf-8"))
            self.assertIsNone(found, f"{name(path)}: {found.group(0).strip() if found else ''}")


class PrivateNames(unittest.TestCase):
    """Sources of one library are compiled several at a time, so their anonymous namespaces become one."""

    def declarations(self, path):
        """Each name with what tells it from others of that name: the types it takes, or what it stands for."""
        for block in re.findall(r"^namespace \{\n(.*?)^\}", path.read_text(encoding="utf-8"), re.M | re.S):
            for line in re.sub(r"\n {4,}", " ", block).splitlines():
                if not re.match(r"[A-Za-z_:]", line) or re.match(r"template|namespace|TEST", line):
                    continue
                if found := re.match(r"(?:struct|class|enum(?: class)?|union) (\w+)", line):
                    yield found.group(1), None
                elif found := re.match(r"using (\w+) = (.*);", line):
                    yield found.groups()
                elif found := re.match(r"[\w:<>,&*\[\] ]*?[&*> ]+(\w+)\((.*?)\)(?: const)?(?: noexcept)? \{", line):
                    taken = (re.sub(r" = .*", "", one).rsplit(" ", 1)[0] for one in found.group(2).split(", "))
                    yield found.group(1), f"({', '.join(taken)})"
                else:
                    for found in re.finditer(r"(?:^[\w:<>,* ]*?|, )(\w+)(?:\[\w*\])? ?[={]", line):
                        yield found.group(1), None

    def test_no_two_files_of_a_library_keep_different_things_under_one_name(self):
        places = {}
        for path in PRODUCT + files("tests", "benchmarks"):
            if path.suffix == ".cpp" and not name(path).startswith("tests/fuzz"):  # each of those is a program
                library = next(folder for folder in path.parents if (folder / "CMakeLists.txt").exists())
                for word, kind in set(self.declarations(path)):
                    places.setdefault((library, word), []).append((kind, path))
        self.assertGreater(len(places), 500)
        for (_, word), found in places.items():
            kinds = [kind for kind, _ in found]
            aliases = len(set(kinds)) == 1 and kinds[0] and kinds[0][0] != "("
            overloads = len(set(kinds)) == len(kinds) and all(kind and kind[0] == "(" for kind in kinds)
            self.assertTrue(len(found) == 1 or aliases or overloads,
                            f"`{word}` is in {' and in '.join(name(path) for _, path in found)}: say what each is, or share it")


class Reference(unittest.TestCase):
    def test_the_pages_about_the_sdk_say_what_its_headers_say(self):
        done = subprocess.run([sys.executable, ROOT / "docs/sdk-reference.py", "--check"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


class Sizes(unittest.TestCase):
    def test_the_sdk_headers_have_at_most_800_lines(self):
        self.assertLessEqual(sum(map(lines, files("sdk/include"))), 800)

    def test_the_host_has_at_most_5000_lines(self):
        self.assertLessEqual(sum(map(lines, files("host"))), 5000)

    def test_messaging_has_at_most_5000_lines(self):
        self.assertLessEqual(sum(map(lines, files("messaging"))), 5000)

    def test_no_file_has_more_than_400_lines(self):
        for path in PRODUCT + files("tests", "benchmarks", patterns=CODE + ("*.py",)):
            self.assertLessEqual(lines(path), 400, name(path))

    def test_files_are_small(self):
        sizes = sorted(map(lines, PRODUCT))
        self.assertLessEqual(statistics.median(sizes), 90)
        self.assertLessEqual(sizes[len(sizes) * 95 // 100], 250)

    def test_build_files_are_small(self):
        for path in files("sdk", "wire", "routing", "transport", "bottle", "presentation", "cipher", "messaging", "isolation", "backup", "trust",
                          "host", "plugins", "tests",
                          "benchmarks", patterns=("CMakeLists.txt",)):
            self.assertLessEqual(lines(path), 30, name(path))
        self.assertLessEqual(lines(ROOT / "CMakeLists.txt"), 60)


class Words(unittest.TestCase):
    def test_every_file_names_its_licence(self):
        for path in PRODUCT + files("tests", "benchmarks"):
            self.assertIn("SPDX-License-Identifier: MIT", path.read_text(encoding="utf-8")[:200], name(path))

    def test_every_virtual_method_of_the_sdk_has_a_docstring(self):
        for path in files("sdk/include"):
            if path.name == "plugin.hpp":  # its overrides are documented where they are declared
                continue
            text = path.read_text(encoding="utf-8").splitlines()
            for number, line in enumerate(text):
                if line.lstrip().startswith("virtual "):
                    self.assertTrue(text[number - 1].lstrip().startswith("///"), f"{name(path)}:{number + 1}: {line.strip()}")

    def test_names_that_say_nothing_are_not_used(self):
        for path in PRODUCT:
            self.assertIsNone(re.search(r"(?i)(manager|impl|utils?|helpers?)\.(c|h)pp$", path.name), name(path))
            found = re.search(r"\b(class|struct) \w*(Manager|Impl|Utils?|Helpers?)\b", path.read_text(encoding="utf-8"))
            self.assertIsNone(found, name(path))


if __name__ == "__main__":
    unittest.main()
