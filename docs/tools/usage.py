"""What the command line says about itself, as it says it."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from workbench.app import cli

__all__ = ["setup"]


class Usage(SphinxDirective):
    """The help of ``jupyter workbench``, or of its command ``report``."""

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The help as a block of text, of a fixed width whatever the terminal's."""
        parser = cli._report_parser() if self.arguments else cli._lab_parser()
        formatter = parser.formatter_class
        parser.formatter_class = lambda prog: formatter(prog, width=96)
        block = nodes.literal_block("", parser.format_help())
        block["language"] = "none"
        return [block]


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.add_directive("usage", Usage)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
