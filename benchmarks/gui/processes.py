# SPDX-License-Identifier: MIT
"""What a program and the processes it began have used, read from /proc."""
import os
import pathlib
import signal
import subprocess
import time


def family(pid):
    """The ids of a process and of all that came of it and still run."""
    found = [pid]
    for children in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            text = children.read_text()
        except OSError:
            continue  # that thread has ended
        for child in text.split():
            found += family(int(child))
    return found


def thread_cpu_s(pid, thread):
    """CPU time of one thread so far."""
    return int(pathlib.Path(f"/proc/{pid}/task/{thread}/schedstat").read_text().split()[0]) / 1e9


def cpu_s(pid):
    """CPU time of a process and of all that came of it, so far; of threads that run."""
    total = 0.0
    for each in family(pid):
        for task in pathlib.Path(f"/proc/{each}/task").glob("*"):
            try:
                total += thread_cpu_s(each, task.name)
            except OSError:
                pass  # that thread has ended
    return total


def memory_mib(pid):
    """(resident, own share of what is resident) of a process and of all that came of it."""
    resident = share = 0
    for each in family(pid):
        for line in pathlib.Path(f"/proc/{each}/smaps_rollup").read_text().splitlines():
            if line.startswith("Rss:"):
                resident += int(line.split()[1])
            if line.startswith("Pss:"):
                share += int(line.split()[1])
    return resident / 1024, share / 1024


def end(process):
    """Ends a program that was begun in a session of its own, and waits for it."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        pass
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def begin(command, environment):
    """Begins a program in a session of its own, as a desktop does."""
    return subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL, start_new_session=True)


def until(true, what, limit_s=60, step_s=0.004):
    """Waits until it is so."""
    deadline = time.monotonic() + limit_s
    while not true():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(step_s)
