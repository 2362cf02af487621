"""Runs a command and says how long it took, when its first result came, and how much memory it held."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple


class Measured(NamedTuple):
    """Seconds to the first byte of output (None: there was none) and to the end; peak memory in MB.

    `cpu` are seconds of all its processes together: on a busy machine they say more than `total`.
    `memory` is that of the largest process, the command's own or a worker's.
    """

    first: float | None
    total: float
    cpu: float
    memory: float


def onrecord(*arguments: str) -> Measured:
    """Measure `onrecord ARGUMENTS` in a process of its own, from before it starts until it has ended."""
    command = [str(Path(sys.executable).with_name("onrecord")), *arguments]
    began = time.perf_counter()
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert running.stdout is not None
    first = None
    while running.stdout.read1(65536):
        first = first or time.perf_counter() - began
    _, status, used = os.wait4(running.pid, 0)
    total = time.perf_counter() - began
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise SystemExit(f"{' '.join(command)}: exit status {running.returncode}")
    return Measured(first, total, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
