"""How the site is built: ``sphinx-build -W --keep-going -b html docs docs/_build/html``.

Nothing is run and nothing is fetched: the notebooks stand in it as they are saved, and no page asks another host for
anything. With ``RIWAYA_DOCS_RUN=1`` the notebooks are run first, so that the site shows what they print.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE)]
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(HERE.parent), os.environ.get("PYTHONPATH")]))  # of kernels

from tools import gathering  # noqa: E402

import workbench as wb  # noqa: E402 - found only once the path is set

project = "Riwaya"
author = "The Riwaya developers"
copyright = f"2026, {author}"  # noqa: A001 - Sphinx asks for this name
release = version = wb.__version__

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "tools.docstrings",
    "tools.tables",
    "tools.usage",
    "tools.demonstration",
    "tools.direction",
    "tools.access",
    "tools.teaching",
]
highlight_language = "none"
exclude_patterns = ["_build", "tools", "static", "measured"]
gathering.notebooks(HERE.parent / "notebooks", HERE / "notebooks")
gathering.samples(HERE.parent / "workbench" / "samples", HERE / "samples")

html_theme = "furo"
html_title = "Riwaya"
html_favicon = "../widgets/lab/icon.svg"
html_static_path = ["static"]
html_css_files = ["riwaya.css"]
html_show_sphinx = False
html_copy_source = False
html_theme_options = {"navigation_with_keys": True, "top_of_page_buttons": []}
html_use_index = True

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist", "attrs_block", "attrs_inline"]
myst_heading_anchors = 3

nb_execution_mode = "force" if os.environ.get("RIWAYA_DOCS_RUN") else "off"
nb_execution_in_temp = True
nb_execution_timeout = 600
nb_execution_raise_on_error = True
nb_ipywidgets_js = {}
"""The players of widgets would come from another host; a saved view says in words what it shows."""
nb_mime_priority_overrides = [("html", "application/vnd.jupyter.widget-view+json", None)]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_class_signature = "mixed"
maximum_signature_line_length = 80
python_use_unqualified_type_names = True
add_module_names = False
