"""The wheel has everything in it: built, installed into a new environment, imported, and its command run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a clean copy, its browser half built on the spot, with no Node on the PATH."""
    out = tmp_path_factory.mktemp("wheel")
    source = shutil.copytree(ROOT, out / "source", ignore=shutil.ignore_patterns("node_modules", "static", ".*"))
    shutil.copy(ROOT / ".gitignore", source)
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(out), str(source)]
    environment = {**os.environ, "PATH": str(out / "nothing")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode and re.search(
        "Could not find a version|Connection|ENOTFOUND|network", done.stderr + done.stdout
    ):
        pytest.skip("building the wheel needs the package indexes, and they are not reached")
    assert done.returncode == 0, done.stderr
    return next(out.glob("riwaya-*.whl"))


def test_wheel_holds_code_data_bundles_notebooks_and_fonts(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    tracked = subprocess.run(["git", "ls-files", "workbench"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert set(tracked.stdout.split("\n")) - {""} <= names
    for name in ("network", "heatmap", "quotes", "timeline", "reader", "workbench", "page"):
        assert {f"workbench/static/{name}.js", f"workbench/static/{name}.css"} <= names
    assert any(name.startswith("workbench/app/notebooks/") and name.endswith(".ipynb") for name in names)
    assert any(name.endswith("labextensions/riwaya/package.json") for name in names)


def test_wheel_imports_in_a_new_environment(wheel: Path, tmp_path: Path):
    """A new environment sees only the wheel itself and, behind it, the libraries that are installed here."""
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "env")], check=True)
    python = next(path for path in (tmp_path / "env").glob("*/python*") if path.stem == "python")
    install = [str(python), "-m", "pip", "install", "-q", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    site = subprocess.run(
        [sys.executable, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    code = (
        f"import workbench as wb, site; home = wb.__file__; site.addsitedir({site!r});"
        "corpus = wb.samples.phone_call(); view = wb.Workbench(corpus);"
        "print(home, len(corpus), len(view.told.story['quotes']) > 20)"
    )
    done = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    home, count, quotes = done.stdout.split()
    assert home.startswith(str(tmp_path))
    assert (count, quotes) == ("10", "True")
