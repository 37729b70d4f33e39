"""Pages that stand elsewhere in the project, gathered into the folder of the site so that none is forgotten.

The notebooks with a list of them, and what each sample corpus says about itself.
"""

from __future__ import annotations

import json
import os
import re
from functools import partial
from pathlib import Path
from urllib.parse import unquote

__all__ = ["adapted", "notebooks", "samples"]

HEAD = """# Notebooks

They come with the package: `jupyter workbench` copies them into a folder of yours and opens the first. They stand here
to be read; run them to click through their views, or click through those of the sample corpus [here](../demo.md).
"""
LIST = """
## {title}

```{{toctree}}
:maxdepth: 1

{names}
```
"""
LINK, ODD = re.compile(r"\]\(#([^)\s]+)\)"), re.compile(r"[^\w\- ]")
LINKED = re.compile(r"\[([^\]]+)\]\(([^)\s#]*)(#[^)\s]*)?\)")
TITLES = {"": "In English", "ar": "بالعربية"}
"""The folders of editions, and what their lists are called."""


def notebooks(source: Path, target: Path) -> None:
    """Have the notebooks of a folder, and a page that lists them, in another; what is there and no more here goes."""
    paths = {path.relative_to(source): path for path in sorted(source.rglob("*.ipynb")) if _is_ours(path)}
    for old in target.rglob("*.ipynb"):
        if old.relative_to(target) not in paths:
            old.unlink()
    for name, path in paths.items():
        there = target / name
        _written(there, adapted(path.read_text(encoding="utf-8")))
    listed = HEAD
    for folder, title in TITLES.items():
        names = [name.with_suffix("").as_posix() for name in paths if name.parent == Path(folder)]
        if names:
            listed += LIST.format(title=title, names="\n".join(names))
    _written(target / "index.md", listed)


def samples(source: Path, target: Path) -> None:
    """Have the README of each sample corpus as a page of its own, and no others."""
    told = {path.parent.name: path for path in source.glob("*/README.md")}
    for old in target.glob("*.md"):
        if old.stem not in told:
            old.unlink()
    places = {path.resolve(): target / f"{name}.md" for name, path in told.items()}
    for path, there in places.items():
        _written(there, LINKED.sub(partial(_led, path, there, places), path.read_text(encoding="utf-8")))


def _led(path: Path, there: Path, places: dict[Path, Path], link: re.Match[str]) -> str:
    """A link of a page that was gathered, to where its target stands in the site; without one, its words alone."""
    words, address, fragment = link.groups(default="")
    if not address or ":" in address:
        return link[0]
    goal = (path.parent / address).resolve()
    found = places.get(goal, goal)
    if not found.is_relative_to(there.parents[1]) or (found == goal and not goal.exists()):
        return words
    return f"[{words}]({os.path.relpath(found, there.parent)}{fragment})"


def adapted(notebook: str) -> str:
    """A notebook with its links to its own headings as this site names these, which Jupyter names otherwise.

    >>> adapted("[below](#6.-Your-own-pages)")
    '[below](#6-your-own-pages)'
    """
    return LINK.sub(lambda link: f"](#{ODD.sub('', unquote(link[1])).lower()})", notebook)


def _written(path: Path, text: str) -> None:
    """Have a text in a file; one that has it is left alone, so that it need not be read again."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _is_ours(path: Path) -> bool:
    """Whether a file is a notebook to be shown, and no copy that an editor keeps."""
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and bool(json.loads(path.read_text(encoding="utf-8"))["cells"])
