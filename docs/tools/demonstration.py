"""The live demonstration: the sample corpus as offline pages, to be clicked through without installing anything.

They are made with the site, by ``wb.page``, where the browser half is built. Where it is not, the build says so and the
site shows the sentence that stands in the directive instead: no link leads nowhere.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

import workbench as wb

__all__ = ["setup"]

PAGES = {"en": "Open the live page in English", "ar": "افتح الصفحة الحية بالعربية"}
FOLDER = "live"
LOG = logging.getLogger(__name__)


class Demonstration(SphinxDirective):
    """Links to the live pages, that of the named language first; with ``:framed:`` that one in a frame too."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar = {"framed": directives.flag}

    def run(self) -> list[nodes.Node]:
        """The links, or what stands in the directive where the pages could not be made."""
        if not self.config.riwaya_live:
            return self.parse_content_to_nodes()
        up = "../" * self.env.docname.count("/")
        first = self.arguments[0]
        links = "".join(
            f'<a class="live" lang="{code}" href="{up}{FOLDER}/phone-call-{code}.html"><bdi>{words}</bdi></a>'
            for code, words in sorted(PAGES.items(), key=lambda item: item[0] != first)
        )
        made = f'<p class="live-links">{links}</p>'
        if "framed" in self.options:
            made += f'<iframe class="live" title="Riwaya" src="{up}{FOLDER}/phone-call-{first}.html"></iframe>'
        return [nodes.raw("", made, format="html")]


def _made(app: Sphinx) -> None:
    """Make the pages before anything is read, so that what is read knows whether they are there."""
    folder = Path(app.outdir) / FOLDER
    try:
        corpus = wb.samples.phone_call()
        entities = wb.entities(corpus, progress=False)
        found = {"entities": entities, "quotes": wb.quotes(corpus, entities, progress=False)}
        overlap = wb.overlap(corpus)
        for code in PAGES:
            wb.page(corpus, folder / f"phone-call-{code}.html", language=code, overlap=overlap, **found)
    except wb.WorkbenchError as error:
        LOG.info("no live demonstration in this site: %s", error)
        shutil.rmtree(folder, ignore_errors=True)
        app.config.riwaya_live = False


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.add_config_value("riwaya_live", default=True, rebuild="env", types=(bool,))
    app.add_directive("demonstration", Demonstration)
    app.connect("builder-inited", _made)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
