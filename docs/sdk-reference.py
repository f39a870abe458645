#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes docs/sdk/: a page for each interface of the SDK, from what the headers say. With --check it only compares."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
HEADERS = ROOT / "sdk/include/p2pchat"
PAGES = ROOT / "docs/sdk"
# Who implements an interface, and how whoever writes one begins and is held to it.
KINDS = {"transport": "transport", "routing": "routing", "crypto": "cipher", "bottle": "bottle", "store": "store", "ui": "ui"}
ORDER = ("crypto", "routing", "transport", "store", "bottle", "ui", "plugin", "host", "chat", "network", "identity", "tables",
         "manifest", "fn", "abi")


def blocks(text):
    """What stands in a header in the namespace or an interface: (indent, words about it, declaration)."""
    about, indent, declaration = [], 0, []
    for line in text.splitlines():
        if found := re.match(r"( {0,2})/// ?(.*)", line):
            if declaration:  # a comment begins the next thing
                yield indent, about, declaration
                about, declaration = [], []
            indent = len(found.group(1))
            about.append(found.group(2))
        elif about and line.strip() and not line.startswith("#"):
            declaration.append(line[indent:])
            if not is_open(declaration):
                yield indent, about, declaration
                about, declaration = [], []
        elif line.startswith("#define") and about:
            about = []


def is_headed(declaration):
    """Whether it is an interface or a class, of which the first line is shown and the members have words of their own."""
    return re.match(r"(template <.*?> )?(struct P2PCHAT_API|class|struct PluginOf)\b.*\{$", " ".join(declaration).strip())


def is_open(declaration):
    """Whether a declaration goes on after these lines."""
    text = " ".join(declaration)
    if is_headed(declaration):
        return False
    return not text.rstrip().endswith((";", "}")) or text.count("{") > text.count("}")


def name_of(declaration):
    text = re.sub(r"^template <.*?> ", "", " ".join(declaration))
    for pattern in (r"(?:struct|class|enum class) (?:P2PCHAT_API |\[\[\w+\]\] )?(\w+)", r"using (\w+) =", r"(operator\s?\S+?)\(",
                    r"(\w+)\(", r"(\w+)(?:\[\])? ="):
        if found := re.search(pattern, text):
            return found.group(1)
    return text.split()[-1]


def page(header):
    text = header.read_text(encoding="utf-8")
    iid = re.search(r'P2PCHAT_INTERFACE\(\w+, "([^"]+)"\)', text)
    lines = [f"# {header.stem}", "", f"`#include <p2pchat/{header.name}>`" + (f", interface `{iid.group(1)}`" if iid else "")]
    if kind := KINDS.get(header.stem):
        lines[-1] += f". Begin one with `p2pchat-plugin new {kind} NAME`, try it with `p2pchat-plugin check`."
    for indent, about, declaration in blocks(text):
        shown = [*declaration[:-1], re.sub(r"\s*\{$", "", declaration[-1])] if is_headed(declaration) else declaration
        lines += ["", f"{'##' if indent == 0 else '###'} {name_of(declaration)}", "", "```cpp", *shown, "```", "", *about]
    return "\n".join(lines) + "\n\n---\nWritten from the header by `docs/sdk-reference.py`; what is said there holds.\n"


def first_sentence(header):
    for _, about, declaration in blocks(header.read_text(encoding="utf-8")):
        if name_of(declaration).lower() == header.stem or header.stem in ("abi", "manifest"):
            return re.match(r".*?\.(?=\s|$)", " ".join(about)).group(0)
    return ""


def pages():
    made = {f"{stem}.md": page(HEADERS / f"{stem}.hpp") for stem in ORDER}
    rows = "\n".join(f"| [{stem}]({stem}.md) | {first_sentence(HEADERS / f'{stem}.hpp')} |" for stem in ORDER)
    made["README.md"] = f"# The SDK, header by header\n\n| header | |\n|---|---|\n{rows}\n"
    return made


def main():
    if "--check" not in sys.argv:
        PAGES.mkdir(exist_ok=True)
        for name, text in pages().items():
            (PAGES / name).write_text(text, encoding="utf-8")
        return 0
    stale = [name for name, text in pages().items() if not (PAGES / name).exists() or (PAGES / name).read_text(encoding="utf-8") != text]
    print("\n".join(f"docs/sdk/{name} is not what the header says: run docs/sdk-reference.py" for name in stale))
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
