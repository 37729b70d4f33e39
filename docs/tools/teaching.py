"""The pages for instructors, where there are any: what stands below ``teaching/`` comes in by itself."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

__all__ = ["setup"]

LIST = """
For instructors:

```{{toctree}}
:maxdepth: 1

{names}
```
"""


class Instructor(SphinxDirective):
    """A list of the pages below ``teaching/``; nothing where there are none."""

    def run(self) -> list[nodes.Node]:
        """The list."""
        names = sorted(f"/{name}" for name in self.env.found_docs if name.startswith("teaching/"))
        return self.parse_text_to_nodes(LIST.format(names="\n".join(names))) if names else []


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.add_directive("instructor", Instructor)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
