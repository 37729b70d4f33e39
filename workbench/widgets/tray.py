"""The evidence tray as it is kept: put together from several windows, in its order, and as a file.

``widgets/core/findings.ts`` does the same in the browser; one fixture that both are tested on holds them together.
"""

from __future__ import annotations

import json
import math
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, get_type_hints

from workbench.corpus import beside
from workbench.errors import WorkbenchError
from workbench.widgets.records import FindingRecord, SpanRecord

__all__ = ["FILE", "TrayFile", "corpus_names", "dumped", "kept", "merged", "parsed"]

FILE = beside.EVIDENCE
"""The file in the folder of the notebook that holds what was pinned."""
FORMAT = "riwaya-evidence"
VERSION = 1
HALF = 0.15
"""Seconds after which a file that was not understood is read again: JupyterLab writes into the file itself."""
DIGITS = 8
"""Of the digest of a corpus, where it stands for its name."""
LONE = re.compile("[\ud800-\udfff]")
"""Half of a character: JSON may hold it, UTF-8 may not."""

Finding = dict[str, Any]
"""A :class:`FindingRecord` as it comes from a file or the browser."""


class NoTrayError(ValueError):
    """Why a file is not read as a tray; ``code`` and ``values`` as in ``WorkbenchError``."""

    def __init__(self, message: str, code: str, **values: str) -> None:
        self.code, self.values = code, values
        super().__init__(message)


def merged(one: Iterable[Finding], other: Iterable[Finding]) -> list[Finding]:
    """Both lists as one: of two records with one id the one changed later counts, whichever list comes first."""
    found: dict[str, Finding] = {}
    for record in [*one, *other]:
        there = found.get(record["id"])
        if there is None or _age(record) > _age(there):
            found[record["id"]] = record
    return sorted(found.values(), key=_place)


def kept(findings: Iterable[Finding]) -> list[Finding]:
    """Those that are still in the tray, in its order."""
    return sorted((finding for finding in findings if not finding["gone"]), key=_place)


def corpus_names(findings: Iterable[Finding]) -> dict[str, str]:
    """What the corpora of findings are called, by their digests; nothing where all are of one.

    >>> one, other = {"corpus": "0a1b2c3d4e", "corpus_name": "pages"}, {"corpus": "f00"}
    >>> corpus_names([one, other]), corpus_names([one, one])
    ({'0a1b2c3d4e': 'pages', 'f00': 'f00'}, {})
    """
    names: dict[str, str] = {}
    for finding in findings:
        digest = finding["corpus"]
        names[digest] = names.get(digest) or finding.get("corpus_name", "")
    if len(names) < 2:
        return {}
    called = list(names.values())
    return {
        digest: name if name and called.count(name) == 1 else " · ".join(filter(None, (name, digest[:DIGITS])))
        for digest, name in names.items()
    }


def dumped(findings: Iterable[Finding]) -> str:
    """The file's text."""
    content = {"format": FORMAT, "version": VERSION, "findings": sorted(findings, key=_place)}
    return _escaped(json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def parsed(text: str) -> list[Finding]:
    """The findings in a file's text.

    Raises
    ------
    NoTrayError: it is none of ours, or a newer version wrote it; the message ends a sentence that names the file.
    """
    if not text.strip():
        return []
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise NoTrayError("this is no evidence tray.", "tray_foreign") from None
    findings = content.get("findings") if isinstance(content, dict) else None
    if not isinstance(findings, list) or content.get("format") != FORMAT:
        raise NoTrayError("this is no evidence tray.", "tray_foreign")
    version = content.get("version", 0)
    if not isinstance(version, int) or version > VERSION:
        raise NoTrayError(f"it was written by a newer Riwaya (format {version}).", "tray_newer", version=str(version))
    for number, finding in enumerate(findings, 1):
        if not _complete(finding):
            raise NoTrayError(f"finding {number} in it is not complete.", "tray_incomplete", number=str(number))
    return findings


class _MisreadError(WorkbenchError):
    """What is in the file is no tray, or half of one."""


class TrayFile:
    """A tray in a file, which several windows may read and write at once.

    Attributes
    ----------
    path: of the file; it is made when something is pinned.
    failure: why the file was last not read or not written; None where nothing went wrong.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path).absolute()
        self.failure: WorkbenchError | None = None

    @property
    def error(self) -> str:
        """Why the file was last not read or not written, in words; empty where nothing went wrong."""
        return "" if self.failure is None else str(self.failure)

    def read(self) -> list[Finding]:
        """What is in the file; nothing where there is none, or none that can be read."""
        return self._try(lambda: self._parsed(beside.read(self.path)), [])

    def take(self, findings: list[Finding]) -> list[Finding]:
        """Put findings into the file beside what others put there; all that is in it then.

        A file that is broken or none of ours stays as it is, and the findings come back as they were.
        """
        together = findings

        def change(old: bytes | None) -> bytes | None:
            nonlocal together
            there = self._parsed(old)
            together = merged(there, findings)
            return old if together == there else dumped(together).encode()

        def put() -> list[Finding]:
            beside.change(self.path, change)
            return together

        return self._try(put, findings)

    def _parsed(self, content: bytes | None) -> list[Finding]:
        try:
            return parsed((content or b"").decode("utf-8-sig"))
        except (NoTrayError, UnicodeDecodeError) as error:
            why = error if isinstance(error, NoTrayError) else NoTrayError("this is no evidence tray.", "tray_foreign")
            name = self.path.name
            said = f"{name} is left as it is: {why}"
            raise _MisreadError(said, code=why.code, **why.values, file=name) from None

    def _try(self, act: Callable[[], list[Finding]], otherwise: list[Finding]) -> list[Finding]:
        try:
            try:
                done = act()
            except _MisreadError:
                time.sleep(HALF)
                done = act()
        except WorkbenchError as error:
            self.failure = error
            return otherwise
        self.failure = None
        return done


def _complete(finding: object) -> bool:
    """Whether something read from a file is a finding with all its fields."""
    if not isinstance(finding, dict) or not _has(finding, FindingRecord):
        return False
    return all(isinstance(span, dict) and _has(span, SpanRecord) for span in finding["spans"])


def _has(given: dict[str, Any], record: type) -> bool:
    kinds: dict[object, Callable[[Any], bool]] = {
        str: lambda value: isinstance(value, str),
        int: lambda value: isinstance(value, int) and not isinstance(value, bool),
        bool: lambda value: isinstance(value, bool),
        float: lambda value: isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value),
    }
    for name, hint in get_type_hints(record).items():
        fits = kinds.get(hint, lambda value: isinstance(value, dict if name == "selection" else list))  # noqa: B023
        if name not in given and name in record.__optional_keys__:  # type: ignore[attr-defined]
            continue
        if name not in given or not fits(given[name]):
            return False
    return True


def _age(finding: Finding) -> tuple[Any, ...]:
    """What is greater in the record that counts; of two changed at the same time it is the same one everywhere."""
    everything = json.dumps(finding, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    note = _units(finding["note"])
    return _units(finding["changed"]), finding["gone"], finding["rank"], note, _units(_escaped(everything))


def _place(finding: Finding) -> tuple[float, bytes]:
    return finding["rank"], _units(finding["id"])


def _units(text: str) -> bytes:
    """Bytes in the order in which the browser compares texts."""
    return text.encode("utf-16-be", "surrogatepass")


def _escaped(text: str) -> str:
    return LONE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
