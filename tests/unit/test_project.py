"""The project's own files agree with each other."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import workbench as wb

ROOT = Path(__file__).parents[2]
RENAMED = {"matplotlib-base": "matplotlib", "lxml_html_clean": "lxml-html-clean"}


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_environment_asks_for_what_pyproject_asks_for():
    lines = re.findall(r"^ +- ([\w-]+)(\S*)$", (ROOT / "environment.yml").read_text(encoding="utf-8"), flags=re.M)
    wanted = {RENAMED.get(name, name): version for name, version in lines if version.startswith(">")}
    needed = dict(re.match(r"([\w-]+)(.*)", requirement).groups() for requirement in project()["dependencies"])
    assert wanted.pop("python") == project()["requires-python"]
    assert wanted.pop("nodejs") == ">=22"
    assert wanted == needed


def test_one_version():
    assert project()["version"] == wb.__version__
    assert f"version: {wb.__version__}" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"## {wb.__version__} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["pip install . && jupyter workbench", 'pip install -e ".[test]" && pytest'])
def test_readme_has_the_two_commands(name: str):
    assert name in (ROOT / "README.md").read_text(encoding="utf-8")
