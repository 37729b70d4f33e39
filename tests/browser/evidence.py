"""Findings as a kernel or another program writes them into the file of the evidence tray."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

FILE = "riwaya-evidence.json"
EMPTY = dict.fromkeys(("article", "mark", "entity", "quote", "passage", "source", "pair", "origin"))


def finding(name: str, text: str = "لن يتوقف الميناء مرة أخرى هذا العام", **known: Any) -> dict[str, Any]:
    """A quotation that was pinned: one of an Arabic page unless told."""
    where = {"article": "a1", "source": "أفق النخيل", "title": "عودة الميناء", "published": "2025-02-12", "url": ""}
    span = {**where, "language": "ar", "direction": "rtl", "start": 0, "end": len(text), "text": text}
    plain = {"id": name, "corpus": "d", "kind": "quote", "name": name, "facts": "", "note": "", "gone": False}
    order = {"rank": float(len(name)), "changed": "2026-01-01T00:00:00.000Z"}
    return {**plain, **order, "spans": [span], "selection": {**EMPTY, "quote": "q1"}, **known}


def pin(path: Path, *findings: dict[str, Any]) -> None:
    """Puts findings into a file beside those that are there, as another process does: it is never half written."""
    known = {one["id"]: one for one in [*read(path), *findings]}
    content = {"format": "riwaya-evidence", "version": 1, "findings": list(known.values())}
    half = path.with_suffix(".half")
    half.write_text(json.dumps(content, ensure_ascii=False) + "\n", encoding="utf-8")
    os.replace(half, path)  # noqa: PTH105


def read(path: Path) -> list[dict[str, Any]]:
    """The findings in a file, those that were taken out too; none where there is no file."""
    if not path.exists():
        return []
    for _ in range(100):  # a server writes into the file itself, and two saves at once tear it until a window mends it
        try:
            content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            time.sleep(0.05)
        else:
            found: list[dict[str, Any]] = content["findings"]
            return found
    raise AssertionError(f"{path.name} stays torn: {path.read_text(encoding='utf-8')[:2000]}")
