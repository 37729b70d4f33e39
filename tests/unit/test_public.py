"""The public face: its names, its weight, and who may import whom."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import workbench as wb

PACKAGE = Path(wb.__file__).parent
HEAVY = (
    "pandas",
    "numpy",
    "matplotlib",
    "plotly",
    "networkx",
    "lxml",
    "trafilatura",
    "ipywidgets",
    "anywidget",
    "IPython",
    "pyarrow",
    "loky",
)

# Each room and the rooms it may import from, lowest first.
ROOMS = {
    "errors": set(),
    "corpus": {"errors"},
    "kept": set(),
    "progress": set(),
    "stops": set(),
    "workers": set(),
    "languages": {"errors", "corpus"},
    "text": {"errors", "corpus", "kept", "languages"},
    "loaders": {"errors", "corpus", "progress", "workers", "languages", "text"},
    "extractors": {"errors", "corpus", "kept", "progress", "stops", "workers", "languages", "text"},
    "samples": {"errors", "corpus", "progress", "languages", "text", "loaders"},
    "figures": {"errors", "corpus", "languages", "text", "extractors"},
    "widgets": {"errors", "corpus", "progress", "languages", "text", "extractors", "figures"},
    "app": {
        "errors",
        "corpus",
        "progress",
        "languages",
        "text",
        "loaders",
        "extractors",
        "figures",
        "widgets",
        "samples",
    },
}
SCREEN = {"anywidget", "ipywidgets", "IPython"}
NETWORK = {"requests", "httpx", "urllib.request", "http.client", "socket", "aiohttp"}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "static" not in path.parts)


def imported(path: Path) -> set[str]:
    """Every module that a file imports, anywhere in it, those for type checking too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_public_names_are_sorted_few_and_there():
    assert wb.__all__ == sorted(wb.__all__)
    assert len(wb.__all__) <= 30
    assert {*wb.HOMES, *wb.ROOMS} == set(wb.__all__)
    for name in wb.__all__:
        assert getattr(wb, name) is not None
        assert getattr(wb, name).__doc__, f"{name} has no docstring"


def test_unknown_name_says_so():
    with pytest.raises(AttributeError, match="no attribute 'entites'"):
        _ = wb.entites


def test_import_loads_nothing_heavy():
    code = f"import sys, workbench; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_imports_upward(path: Path):
    own = room(path)
    if own == "__init__":
        return
    used = {name.split(".")[1] for name in imported(path) if name.startswith("workbench.")}
    assert used - {own} <= ROOMS[own], f"{own} may import from {sorted(ROOMS[own])} only"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_screen_and_network_stay_in_their_rooms(path: Path):
    tops = {name.split(".")[0] for name in imported(path)} | imported(path)
    if room(path) not in ("widgets", "app"):
        assert not tops & SCREEN
    if room(path) != "loaders":
        assert not tops & NETWORK


def test_loaders_and_extractors_do_not_know_each_other():
    for path in MODULES:
        if room(path) in ("loaders", "extractors"):
            other = {"loaders": "workbench.extractors", "extractors": "workbench.loaders"}[room(path)]
            assert not any(name.startswith(other) for name in imported(path)), path


def test_no_code_asks_which_language_it_has():
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare):
                values = [n.value for n in ast.walk(node) if isinstance(n, ast.Constant)]
                assert not {"ar", "en"} & {v for v in values if isinstance(v, str)}, f"{path}:{node.lineno}"


def test_files_and_functions_stay_small():
    for path in MODULES:
        source = path.read_text(encoding="utf-8")
        assert source.count("\n") <= 400, f"{path} has grown past 400 lines"
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                lines = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
                assert lines <= 45, f"{path}:{node.lineno} {node.name} has {lines} lines"
