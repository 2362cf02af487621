"""Runs the commands of the README's tour and puts what they print below them: `python docs/refresh.py`.

A block to be refreshed is fenced as `console` and holds lines that begin with `$ onrecord`.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "README.md"
BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
ID = re.compile(r"eng-[0-9a-f]+")
LEDGER = ROOT / "tour.ledger"


def printed(command: str) -> str:
    """What the command prints on a screen 110 characters wide, without spaces at the ends of lines."""
    arguments = command.removeprefix("$ onrecord ")
    done = subprocess.run(
        f"{Path(sys.executable).with_name('onrecord')} {arguments}",
        shell=True,
        cwd=ROOT,
        env=os.environ | {"COLUMNS": "110"},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{command}: exit status {done.returncode}")
    lines = "\n".join(line.rstrip() for line in done.stdout.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n")


def refreshed(block: str) -> str:
    """The block's commands, each with its output. An id stands for the first that the command before printed."""
    parts: list[str] = []
    for command in (line for line in block.splitlines() if line.startswith("$ ")):
        if parts and (known := ID.search(parts[-1].partition("\n")[2])):
            command = ID.sub(known.group(), command)
        parts.append(f"{command}\n{printed(command)}\n")
    return "\n".join(parts)


def main() -> None:
    """Rewrite the page in place."""
    LEDGER.unlink(missing_ok=True)
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(BLOCK.sub(lambda match: refreshed(match.group()), text), encoding="utf-8")
    LEDGER.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
