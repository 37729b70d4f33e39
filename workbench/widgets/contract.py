"""The contract of the two halves: ``widgets/core/contract.ts``, generated from :mod:`workbench.widgets.records`.

Run ``python -m workbench.widgets.contract`` after a change of the records; a test compares, and ``tsc`` then finds
every stale name in the views.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from workbench.widgets.records import EMPTY_SELECTION, RECORDS, Layer

__all__ = ["COMMAND", "TARGET", "contract", "main"]

COMMAND = "python -m workbench.widgets.contract"
TARGET = Path(__file__).parents[2] / "widgets" / "core" / "contract.ts"
PRIMITIVES: dict[object, str] = {
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    bytes: "DataView",
    object: "unknown",
    type(None): "null",
}


def contract() -> str:
    """The whole text of ``contract.ts``."""
    parts = [
        f"// Generated from workbench/widgets/records.py by `{COMMAND}`. Do not edit.",
        "",
        f"export type Layer = {_type(Layer)};",
    ]
    for record in RECORDS:
        parts += ["", f"/** {_first_line(record)} */", f"export interface {record.__name__} {{"]
        optional = getattr(record, "__optional_keys__", ())
        parts += [
            f"  {name}{'?' * (name in optional)}: {_type(hint)};" for name, hint in get_type_hints(record).items()
        ]
        parts += ["}"]
    parts += ["", "/** Nothing selected. */", "export const EMPTY_SELECTION: Selection = Object.freeze({"]
    parts += [f"  {name}: null," for name in EMPTY_SELECTION]
    parts += ["});", ""]
    return "\n".join(parts)


def _first_line(record: type) -> str:
    return (record.__doc__ or "").strip().splitlines()[0].replace("``", "`")


def _type(hint: Any) -> str:
    """The TypeScript type of a type hint."""
    if hint in PRIMITIVES:
        return PRIMITIVES[hint]
    if is_typeddict(hint):
        return str(hint.__name__)
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " | ".join(f'"{value}"' for value in args)
    if origin not in GENERICS:
        raise TypeError(f"contract.ts has no type for {hint!r}")
    return GENERICS[origin]([_type(one) for one in args])


def _list(args: list[str]) -> str:
    return f"({args[0]})[]" if " " in args[0] else f"{args[0]}[]"


GENERICS: dict[object, Callable[[list[str]], str]] = {
    list: _list,
    dict: lambda args: f"Record<string, {args[1]}>",
    tuple: lambda args: f"[{', '.join(args)}]",
    Union: " | ".join,
    types.UnionType: " | ".join,
}


def main() -> None:
    """Write ``contract.ts``."""
    TARGET.write_text(contract(), encoding="utf-8")


if __name__ == "__main__":
    main()
