# SPDX-License-Identifier: MIT
"""What the ABI is to a compiler, with one set of headers or another, and what would tell that it has changed."""
import os
import pathlib
import re
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TODAY = ROOT / "sdk/include"
FROZEN = HERE / "frozen"
CROSSING = os.environ.get("P2PCHAT_CROSSING")
CXX = os.environ.get("CXX", "g++")
FLAGS = ("-std=c++20", "-fPIC", "-O0", "-fvisibility=hidden", f"-I{HERE.parent}")
# Without the second option, classes whose methods are defined elsewhere are not compared.
DEBUG = ("-g", "-femit-class-debug-always")
LIMIT_S = 300


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=LIMIT_S, **options)


def must(*command):
    done = run(*command)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))}:\n{done.stdout}{done.stderr}")
    return done.stdout


def version(headers=TODAY):
    """The (major, minor) that a set of headers speaks."""
    macros = must(CXX, "-std=c++20", "-dM", "-E", "-x", "c++", headers / "p2pchat/abi.hpp")
    return tuple(int(re.search(rf"#define P2PCHAT_SDK_{word} (\d+)", macros).group(1)) for word in ("MAJOR", "MINOR"))


def held():
    """The frozen versions that headers of today must keep to: while the major is 0, their own; from 1 on, every older one."""
    major, minor = version()
    frozen = sorted(tuple(map(int, folder.name.split("."))) for folder in FROZEN.iterdir())
    return [each for each in frozen if each == (major, minor) or (major > 0 and each[0] == major and each[1] < minor)]


class Built:
    """The facts and the witness, built with a set of headers by a compiler."""

    def __init__(self, place, headers, minor, compiler=(CXX,)):
        self.place = place
        place.mkdir(parents=True, exist_ok=True)
        launcher = ("ccache",) if shutil.which("ccache") else ()
        self.compile = (*launcher, *compiler, *FLAGS, f"-I{headers}", f"-DP2PCHAT_SDK_MINOR={minor}")
        self.link = compiler

    def facts(self):
        """The facts as text. The program that prints them exports what `difference` compares."""
        made = self.place / "facts.o"
        must(*self.compile, *(DEBUG if self.link[0] == CXX else ()), "-c", HERE / "witness/facts.cpp", "-o", made)
        must(*self.link, "-rdynamic", made, "-o", self.place / "facts")
        return must(self.place / "facts")

    def difference(self, other):
        """What abidiff says that is not as in another's program; empty when nothing is."""
        done = run("abidiff", "--harmless", other.place / "facts", self.place / "facts")
        return done.stdout + done.stderr if done.returncode else ""

    def crossing(self):
        """Loads the witness into the host of today and calls whatever can be called; (exit code, what it said)."""
        plugins = self.place / "plugins"
        plugins.mkdir(exist_ok=True)
        made = self.place / "witness.o"
        must(*self.compile, "-c", HERE / "witness/witness.cpp", "-o", made)
        must(*self.link, "-shared", f"-Wl,--version-script={ROOT / 'sdk/cmake/plugin.map'}", "-Wl,-z,nodelete,-z,now,-z,defs",
             made, "-o", plugins / "witness.so")
        done = run(CROSSING, "--gtest_fail_fast", env=dict(os.environ, P2PCHAT_WITNESS=str(plugins)))
        return done.returncode, done.stdout + done.stderr
