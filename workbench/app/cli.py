"""The command ``jupyter workbench``: open JupyterLab on the notebooks, or do the whole job without a browser."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from workbench.app.first_start import surroundings
from workbench.errors import WorkbenchError

__all__ = ["main"]

FOLDER = "riwaya-notebooks"
LAB_HELP = """See how different outlets tell one story: opens JupyterLab on the notebooks, or on your own pages."""
EPILOG = """The whole job without a browser: jupyter workbench report --help.
Arguments after -- go to JupyterLab: jupyter workbench pages/ -- --no-browser --port 8900"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives back its exit code (0: done, 2: what was given cannot be used)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # names of files may hold what a terminal cannot show
            stream.reconfigure(errors="backslashreplace")
    own, passed = (given[: given.index("--")], given[given.index("--") + 1 :]) if "--" in given else (given, [])
    try:
        if own[:1] == ["report"]:
            return _report(_report_parser().parse_args(own[1:]))
        return _lab(_lab_parser().parse_args(own), passed)
    except WorkbenchError as error:
        print(f"Error: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"Error: {_told(error)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return 130


def _told(error: OSError) -> str:
    """What the system refused, without a traceback."""
    what = f"{error.filename}: " if error.filename else ""
    return f"{what}{error.strerror or error}. Hint: is there room on the disk, and may you read and write there?"


def _lab_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="jupyter workbench",
        description=LAB_HELP,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("pages", nargs="?", help="your own pages: a folder, a file or a glob (default: the notebooks)")
    parser.add_argument("--folder", default=FOLDER, help=f"where the notebooks are copied to (default: {FOLDER})")
    parser.add_argument("--no-run", action="store_true", help="open the notebook as it is, without running it first")
    return parser


def _report_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="jupyter workbench report",
        description="Read a folder of saved pages and write what stands in them: a page, tables and figures.",
    )
    parser.add_argument("pages", help="a folder, a file or a glob of saved pages")
    parser.add_argument("-o", "--out", default="report", help="the folder to write to (default: report)")
    parser.add_argument("-l", "--language", default="en", choices=_languages(), help="of the labels (default: en)")
    parser.add_argument(
        "--no-texts",
        action="store_true",
        help="leave the full texts out of the page, for copyright: titles and a few words around what was found stay",
    )
    return parser


def _languages() -> list[str]:
    from workbench.languages import packs

    return [pack.code for pack in packs()]


def _report(options: argparse.Namespace) -> int:
    from workbench.app.report import write_report

    print(f"Reading {options.pages} ...")
    write_report(
        options.pages,
        options.out,
        language=options.language,
        texts=not options.no_texts,
        say=lambda line: print(line, flush=True),
    )
    return 0


def _lab(options: argparse.Namespace, passed: list[str]) -> int:
    from workbench.app.notebook_files import copy_notebooks, notebook_for, run_notebook

    folder = Path(options.folder)
    copied, kept = copy_notebooks(folder)
    if copied:
        print(f"Copied {len(copied)} notebooks to {folder.resolve()}.")
    if kept:
        print(f"Kept {len(kept)} notebooks that are there already, with what you changed in them.")
    first = notebook_for(options.pages, folder) if options.pages else sorted([*copied, *kept])[0]
    if not options.no_run and (options.pages or first in copied):
        print(f"Running {first.name}, so that its views are there when it opens ...")
        print("(the first time on a computer this takes a minute or two)", flush=True)
        run_notebook(first)
    environment = surroundings(os.environ)
    command = [sys.executable, "-m", "jupyterlab", str(first), *passed]
    print(f"Opening JupyterLab on {first} ...", flush=True)
    if os.name == "nt":
        import subprocess

        return subprocess.call(command, env=environment)  # noqa: S603
    os.execve(sys.executable, command, environment)  # noqa: S606
    return 0
