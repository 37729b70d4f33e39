"""The figures of the documentation: ``python -m tests.measured [NAME ...]`` writes what the commands print.

Each command below is run, and what it prints goes to ``docs/measured/NAME.txt``, behind the command and the day. The
site makes its tables of quality and speed from these files, so that no figure in it is typed by hand. What takes long,
or needs a machine that does nothing else, is small here; the commands say how to measure more.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import subprocess
import sys
from pathlib import Path

__all__ = ["COMMANDS", "main"]

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs" / "measured"
EVAL = ("blocks", "dates", "entities", "quotes", "lineages", "wire", "second", "overlap", "pages", "reworded")
COMMANDS = {name: ["tests.eval." + name] for name in EVAL} | {
    "speed-entities": ["tests.benchmarks.entities", "--articles", "500"],
    "speed-extractors": ["tests.benchmarks.extractors", "--articles", "400"],
    "speed-load": ["tests.benchmarks.load", "--pages", "600", "--texts", "2000"],
    "speed-overlap": ["tests.benchmarks.overlap", "--articles", "2000"],
    "speed-views": ["tests.benchmarks.views", "--quick", "--no-lab", "--articles", "10", "500"],
}
PROGRESS = re.compile(r"^.*\d+%\|.*$")


def main() -> None:
    """Run the commands that are named, or all."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("names", nargs="*", metavar="NAME", help=", ".join(COMMANDS))
    for name in options.parse_args().names or COMMANDS:
        command = ["python", "-m", *COMMANDS[name]]
        done = subprocess.run([sys.executable, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=True)
        kept = [line.rstrip() for line in done.stdout.splitlines() if line.strip() and not PROGRESS.match(line)]
        head = f"$ {' '.join(command)}  # {dt.date.today().isoformat()}"
        (OUT / f"{name}.txt").write_text("\n".join([head, *kept, ""]), encoding="utf-8")
        sys.stdout.write(f"{name}: {len(kept)} lines\n")


if __name__ == "__main__":
    main()
