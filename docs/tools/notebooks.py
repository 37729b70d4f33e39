"""The notebooks as pages of the site: copied into its folder, with a list of them, so that none is forgotten."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

__all__ = ["copied"]

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
TITLES = {"": "In English", "ar": "بالعربية"}
"""The folders of editions, and what their lists are called."""


def copied(source: Path, target: Path) -> None:
    """Have the notebooks of a folder, and a page that lists them, in another; what is there and no more here goes."""
    paths = {path.relative_to(source): path for path in sorted(source.rglob("*.ipynb")) if _is_ours(path)}
    for old in target.rglob("*.ipynb"):
        if old.relative_to(target) not in paths:
            old.unlink()
    for name, path in paths.items():
        there = target / name
        there.parent.mkdir(parents=True, exist_ok=True)
        if not there.exists() or there.read_bytes() != path.read_bytes():
            shutil.copyfile(path, there)
    listed = HEAD
    for folder, title in TITLES.items():
        names = [name.with_suffix("").as_posix() for name in paths if name.parent == Path(folder)]
        if names:
            listed += LIST.format(title=title, names="\n".join(names))
    index = target / "index.md"
    if not index.exists() or index.read_text(encoding="utf-8") != listed:
        target.mkdir(parents=True, exist_ok=True)
        index.write_text(listed, encoding="utf-8")


def _is_ours(path: Path) -> bool:
    """Whether a file is a notebook to be shown, and no copy that an editor keeps."""
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and bool(json.loads(path.read_text(encoding="utf-8"))["cells"])
