# SPDX-License-Identifier: MIT
"""The full screen in a real terminal (tmux): over a fake chat for its looks, and in the program for its use."""
import unittest

from node import BUILD, PROGRAM, Node
from screen import Screen

DEMO = BUILD / "tests/unit/terminal-ui/terminal_demo"


class Demo(unittest.TestCase):
    def open(self, **options):
        screen = Screen(DEMO, **options)
        self.addCleanup(screen.close)
        screen.wait_for("bob")
        return screen

    def test_a_conversation_stands_in_straight_columns_whatever_the_script(self):
        screen = self.open()
        screen.press("Tab", "Home", "Enter")
        lines = screen.wait_for("漂流瓶")
        # tmux pads nothing: the bar stands in the same cell when what is left of it has the same width.
        for line in lines[1:-1]:
            left = line.split("│")[0]
            self.assertEqual(sum(2 if "一" <= c <= "鿿" else 1 for c in left), 20, line)
        self.assertIn("␛[31mnot red␛[0m <U+202E>right to left", screen.text())

    def test_emoji_sequences_move_nothing(self):
        screen = self.open(columns=120, rows=40)
        screen.press("Tab", "Home", "Down", "Enter")
        screen.wait_for("──── new ────")
        screen.press("Escape")
        screen.wait_for("👨👩👧 family, ❤ heart, 👍 thumb, 🇨🇳 flag |")

    def test_what_is_typed_is_sent_and_answered(self):
        screen = self.open()
        screen.type("/to bob")
        screen.press("Enter")
        screen.wait_for("bob  online")
        screen.type("say 你好 🙂")
        screen.press("Enter")
        screen.wait_for(lambda lines: sum("你好 🙂" in line for line in lines) == 2)
        screen.wait_for("delivered")

    def test_a_paste_of_several_lines_sends_nothing_by_itself(self):
        screen = self.open()
        screen.type("/to bob")
        screen.press("Enter")
        screen.wait_for("bob  online")
        screen.paste("first line\nsecond line")
        screen.wait_for(lambda lines: lines[-3].endswith("> first line") and lines[-2].endswith("second line"))
        screen.press("M-Enter")
        screen.type("third")
        screen.wait_for(lambda lines: lines[-2].endswith("third"))
        screen.press("Enter")
        screen.wait_for("delivered")

    def test_it_follows_the_size_of_the_terminal(self):
        screen = self.open()
        screen.wait_for("F5 Find")
        screen.resize(40, 15)
        screen.wait_for(lambda lines: len(lines) == 15 and "Find" in lines[0] and "F5" not in lines[0])
        screen.resize(30, 6)
        screen.wait_for("too small: 36x8 is needed")
        screen.resize(120, 40)
        screen.wait_for(lambda lines: len(lines) == 40 and "F5 Search" in lines[0])

    def test_leaving_gives_the_terminal_back(self):
        screen = self.open()
        screen.press("C-q")
        lines = screen.wait_for("exit code 0")
        self.assertNotIn("F1 Help", "\n".join(lines), "the screen of before is back")

    def test_a_crash_gives_the_terminal_back(self):
        screen = self.open()
        screen.type("/msg bob crash")
        screen.press("Enter")
        screen.wait_for("exit code 134")
        self.assertNotIn("F1 Help", screen.text())
        self.assertEqual(screen.tmux("display-message", "-p", "#{alternate_on}#{cursor_flag}").strip(), "01")

    def test_it_does_without_colours(self):
        screen = self.open(env={"NO_COLOR": "1"})
        self.assertNotRegex(screen.tmux("capture-pane", "-p", "-e"), r"\x1b\[[34][0-8][;m]", "a colour is set")
        screen.press("C-q")
        screen.wait_for("exit code 0")

    def test_it_draws_chinese_though_the_locale_is_plain(self):
        screen = self.open(env={"LC_ALL": "C"})
        screen.wait_for("小明")


    def test_the_beach_and_the_sea_stand_in_straight_columns(self):
        screen = self.open()
        screen.press("F6")
        lines = screen.wait_for("On the beach  3")
        # A wide character takes two cells: the words to its right begin where those of an ASCII row do.
        cells = {sum(2 if "⺀" <= c <= "鿿" or "！" <= c <= "｠" or "　" <= c <= "〿" else 1 for c in line.split(" hop")[0])
                 for line in lines if " hop" in line}
        self.assertEqual(len(cells), 1, screen.text())
        self.assertIn("<U+202E>right", screen.text())
        screen.press("F7")
        screen.wait_for("No bottle of yours is at sea")
        screen.type("n")
        screen.wait_for("0 of 1,000")
        screen.type("有人吗？")
        screen.wait_for("4 of 1,000")
        screen.press("Enter")
        screen.wait_for("F7 Sea 1")
        screen.press("Enter")
        screen.wait_for("我在这里 🙂")


class Program(unittest.TestCase):
    def open_screen(self, node, *bootstrap):
        arguments = ["--data-dir", node.data, "--set", f"node.name={node.name}", "--set",
                     f"plugin.socket-transport.listen={node.endpoint}"]
        for endpoint in bootstrap:
            arguments += ["--set", f"plugin.kademlia.bootstrap={endpoint}"]
        screen = Screen(PROGRAM, *arguments, env={"P2PCHAT_PLUGIN_PATH": str(BUILD / "plugins")})
        self.addCleanup(screen.close)
        screen.wait_for("p2pchat:")
        return screen

    def test_a_bottle_is_thrown_found_answered_and_leads_to_a_chat(self):
        bob = Node("bob").start()
        self.addCleanup(bob.close)
        carol = Node("carol", [bob.endpoint]).start()
        self.addCleanup(carol.close)
        alice = Node("alice")
        self.addCleanup(alice.close)
        screen = self.open_screen(alice, bob.endpoint)
        screen.press("F4")
        screen.wait_for(lambda lines: "Nodes  2" in "\n".join(lines) or screen.press("r"))  # it looks when told to
        screen.press("F7")
        screen.wait_for("No bottle of yours is at sea")
        screen.type("n")
        screen.wait_for("0 of 1,000")
        screen.type("is anybody there? 有人吗？")
        screen.press("Enter")
        found = bob.expect(event="bottle.found")
        self.assertEqual((found["body"], found["name"]), ("is anybody there? 有人吗？", "b1"))
        carol.expect(event="bottle.found", id=found["id"])
        screen.wait_for("ashore on 2 beaches")
        bob.ok("/reply b1 I am 🙂")
        screen.wait_for("F7 Sea 1")
        screen.press("Enter")
        screen.wait_for("I am 🙂")
        screen.press("c")
        self.assertEqual(bob.expect(event="request")["greeting"],
                         'You found my bottle: "is anybody there? 有人吗？"')
        bob.ok("/throw and one from bob")
        for voyage in ("queued", "adrift", "ashore"):
            bob.expect(event=f"bottle.{voyage}", name="m1")
        screen.press("F6")
        screen.wait_for("F6 Beach 1")
        screen.press("Enter")
        screen.wait_for("and one from bob")
        screen.press("C-q")
        screen.wait_for("exit code 0")

    def test_two_people_talk_one_of_them_in_the_full_screen(self):
        bob = Node("bob").start()
        self.addCleanup(bob.close)
        alice = Node("alice")
        self.addCleanup(alice.close)
        screen = self.open_screen(alice, bob.endpoint)
        screen.type(f"/add {bob.invite} bob -- it is me")
        screen.press("Enter")
        request = bob.expect(event="request")
        self.assertEqual((request["name"], request["greeting"]), ("alice", "it is me"))
        bob.ok(f"/accept {request['peer']}")
        screen.wait_for("bob  online")
        screen.type("hello from the screen 你好")
        screen.press("Enter")
        self.assertEqual(bob.expect(event="message", direction="in")["body"], "hello from the screen 你好")
        screen.wait_for("delivered")
        bob.ok(f"/msg {request['peer']} and back 🙂")
        screen.wait_for("and back 🙂")
        bob.expect(event="state", direction="out", state="read")
        screen.press("F4")
        screen.wait_for("Sessions  1")
        screen.press("C-q")
        screen.wait_for("exit code 0")


if __name__ == "__main__":
    unittest.main()
