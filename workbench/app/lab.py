"""The words of the JupyterLab plugin: ``widgets/lab/labels.json``, taken from the packs' ``ui.toml``.

The plugin runs before any Python does, so its words travel in its script. Run ``python -m workbench.app.lab``
after a change of a section ``[lab]`` or of the formats that the loaders read; a test compares.
"""

from __future__ import annotations

import json
from pathlib import Path

from workbench.languages import packs
from workbench.loaders import READERS
from workbench.widgets.telling.folding import fold_table

__all__ = ["COMMAND", "TARGET", "lab_labels", "main"]

COMMAND = "python -m workbench.app.lab"
TARGET = Path(__file__).parents[2] / "widgets" / "lab" / "labels.json"


def lab_labels() -> str:
    """The whole text of ``labels.json``: labels by language, endings of files that are read, folding for searches."""
    languages = {
        pack.code: {"language": pack.code, "direction": pack.direction, "sections": {"lab": pack.ui["lab"]}}
        for pack in packs()
    }
    content = {"generated": COMMAND, "endings": sorted(READERS), "fold": fold_table(), "languages": languages}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write ``labels.json``."""
    TARGET.write_text(lab_labels(), encoding="utf-8")


if __name__ == "__main__":
    main()
