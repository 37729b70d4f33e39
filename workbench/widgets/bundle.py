"""Where the built browser code lies, and the error that names the command when it was not built."""

from __future__ import annotations

import base64
import gzip
from functools import lru_cache
from pathlib import Path

from workbench.errors import MissingBundleError

__all__ = ["COMMAND", "STATIC", "bundle", "small"]

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


UNFOLD = (
    'const text = atob("{packed}");\n'
    "const packed = new Uint8Array(text.length);\n"
    "for (let at = 0; at < text.length; at += 1) packed[at] = text.charCodeAt(at);\n"
    'const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));\n'
    'const code = new Blob([await new Response(stream).text()], {{ type: "text/javascript" }});\n'
    "const address = URL.createObjectURL(code);\n"
    "const module = await import(/* webpackIgnore: true */ address);\n"
    "URL.revokeObjectURL(address);\n"
    "export default module.default;\n"
)


@lru_cache(maxsize=16)
def small(script: str) -> str:
    """A module that unfolds to the one given: every widget in a saved notebook brings its code.

    It is imported from a blob, as anywidget imports the code of every widget.

    >>> len(small("export default {};" * 1000)) < 1000
    True
    """
    return UNFOLD.format(packed=base64.b64encode(gzip.compress(script.encode(), 9, mtime=0)).decode())
