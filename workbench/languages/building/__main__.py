"""The command that gathers names anew: ``python -m workbench.languages.building [--out FOLDER]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from workbench.languages.building.gazetteer import build

HOME = Path(__file__).parents[1]


def main(arguments: list[str] | None = None) -> int:
    """Write every pack's names and the attribution; say how large each file is."""
    parser = argparse.ArgumentParser(prog="python -m workbench.languages.building", description="Gather names anew.")
    parser.add_argument("--out", type=Path, default=HOME, help="the folder that holds the packs' folders")
    out = parser.parse_args(arguments).out
    for name, data in build().items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        sys.stdout.write(f"{path}: {len(data)} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
