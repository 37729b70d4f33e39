"""Where the built browser code lies, and the error that names the command when it was not built."""

from __future__ import annotations

from pathlib import Path

from workbench.errors import MissingBundleError

__all__ = ["COMMAND", "STATIC", "bundle"]

COMMAND = "python -m workbench.widgets.build"
STATIC = Path(__file__).parents[1] / "static"


def bundle(name: str) -> tuple[str, str]:
    """The script and the style sheet of a view, such as ``network``.

    Raises
    ------
    MissingBundleError: the browser half has not been built.
    """
    try:
        return tuple((STATIC / f"{name}.{ending}").read_text(encoding="utf-8") for ending in ("js", "css"))  # type: ignore[return-value]
    except FileNotFoundError as error:
        raise MissingBundleError(
            f"the browser code of the view {name!r} is not there: {error.filename}.",
            hint=f"in the project's folder run `{COMMAND}`, or install the package again.",
        ) from None
