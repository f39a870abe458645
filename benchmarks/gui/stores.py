# SPDX-License-Identifier: MIT
"""Data directories of a node with one contact and so many messages with them; made once for each build."""
import pathlib
import shutil
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parents[2] / "tests" / "end-to-end"
sys.path.insert(0, str(TESTS))
from chat_test import befriend  # noqa: E402
from node import BUILD, Node  # noqa: E402


def made(count):
    """The directory; begun anew when an earlier run did not complete it."""
    place = BUILD / "benchmarks" / "gui" / "stores" / str(count)
    if (place / "complete").exists():
        return place / "data"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    bob = Node("bob").start()
    alice = Node("alice", [bob.endpoint]).start()
    befriend(alice, bob)
    alice.stop()
    peer = bob.id
    bob.stop()
    shutil.copytree(alice.data, place / "data")
    if count:
        subprocess.run([BUILD / "benchmarks" / "gui" / "fill_store", place / "data", peer, str(count)], check=True)
    (place / "complete").touch()
    alice.close()
    bob.close()
    return place / "data"
