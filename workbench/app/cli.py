"""The command ``jupyter workbench``: open JupyterLab on the notebooks, or do the whole job without a browser."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from workbench.errors import WorkbenchError

__all__ = ["main"]

FOLDER = "riwaya-notebooks"
EPILOG = "Arguments after -- go to JupyterLab, such as: jupyter workbench -- --no-browser --port 8900"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives back its exit code (0: done, 2: what was given cannot be used)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    own, passed = (given[: given.index("--")], given[given.index("--") + 1 :]) if "--" in given else (given, [])
    options = _parser().parse_args(own)
    try:
        if options.command == "report":
            return _report(options)
        return _lab(Path(options.folder), passed)
    except WorkbenchError as error:
        print(f"Error: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="jupyter workbench",
        description="See how different outlets tell one story. Without a command: opens JupyterLab on the notebooks.",
        epilog=EPILOG,
    )
    parser.add_argument("--folder", default=FOLDER, help=f"where the notebooks are copied to (default: {FOLDER})")
    commands = parser.add_subparsers(dest="command", metavar="report")
    report = commands.add_parser("report", help="read a folder of pages and write the findings, without a browser")
    report.add_argument("pages", help="a folder, a file or a glob of saved pages")
    report.add_argument("-o", "--out", default="report", help="the folder to write to (default: report)")
    report.add_argument("-l", "--language", default="en", choices=_languages(), help="of the labels (default: en)")
    return parser


def _languages() -> list[str]:
    from workbench.languages import packs

    return [pack.code for pack in packs()]


def _report(options: argparse.Namespace) -> int:
    from workbench.app.report import write_report

    print(f"Reading {options.pages} ...")
    write_report(options.pages, options.out, language=options.language, say=lambda line: print(line, flush=True))
    return 0


def _lab(folder: Path, passed: list[str]) -> int:
    from workbench.app.notebook_files import copy_notebooks

    copied, kept = copy_notebooks(folder)
    if copied:
        print(f"Copied {len(copied)} notebooks to {folder.resolve()}.")
    if kept:
        print(f"Kept {len(kept)} notebooks that are there already, with what you changed in them.")
    first = sorted([*copied, *kept])[0]
    command = [sys.executable, "-m", "jupyterlab", str(first), *passed]
    print(f"Opening JupyterLab on {first} ...", flush=True)
    if os.name == "nt":
        import subprocess

        return subprocess.call(command)  # noqa: S603
    os.execv(sys.executable, command)  # noqa: S606
    return 0
