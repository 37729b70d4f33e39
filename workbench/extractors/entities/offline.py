"""The graph as the pyvis network people know, in files that load nothing and in which no name is markup.

pyvis 0.3.2 writes headings and ids into its page as they stand, shows a title that holds "href" as HTML, links two
files on other machines whatever ``cdn_resources`` says, and writes files in the encoding of the machine.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader
from pyvis.network import Network

from workbench.corpus import Corpus
from workbench.errors import WorkbenchError
from workbench.extractors.entities.exports import Plain, plain

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["OfflineNetwork", "network"]

ELSEWHERE = re.compile(r"<link\b[^>]*\bhref=[^>]*>|<script\b[^>]*\bsrc=[^>]*>\s*</script>|<!--.*?-->", re.DOTALL)
HEADING = re.compile(r"<center>\s*<h1>.*?</h1>\s*</center>", re.DOTALL)
"""The template has it twice."""
NOTHING_LOADS = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'unsafe-inline'; "
    "style-src 'unsafe-inline'; img-src data: blob:; font-src data:\">"
    "<style>div.vis-tooltip { unicode-bidi: plaintext; }</style>"
)
CHARSET = '<meta charset="utf-8">'
LONGEST = 160
"""Characters of the first sentence that an edge's title shows."""


class OfflineNetwork(Network):  # type: ignore[misc]
    """A pyvis network whose page is self-contained and takes every text as text."""

    def __init__(self, **options: Any) -> None:
        if options.get("cdn_resources", "in_line") != "in_line":
            raise WorkbenchError(
                f"cdn_resources={options['cdn_resources']!r} loads from elsewhere.",
                hint="leave it out: all is in the file.",
            )
        super().__init__(**{**options, "cdn_resources": "in_line"})
        self.templateEnv = Environment(loader=FileSystemLoader(self.template_dir), autoescape=True)

    def generate_html(self, *_: Any, **__: Any) -> str:
        """The page as one text that needs no other file."""
        nodes, edges, heading, height, width, options = self.get_network_data()
        physics = self.options.get("physics", {}) if isinstance(self.options, dict) else self.options.physics
        enabled = physics.get("enabled", True) if isinstance(physics, dict) else physics.enabled
        page = self.templateEnv.get_template(self.path).render(
            nodes=nodes,
            edges=edges,
            heading=heading,
            height=height,
            width=width,
            options=options.replace("<", "\\u003c"),
            physics_enabled=enabled,
            use_DOT=self.use_DOT,
            dot_lang=self.dot_lang,
            widget=self.widget,
            bgcolor=self.bgcolor,
            conf=self.conf,
            tooltip_link=False,
            neighborhood_highlight=self.neighborhood_highlight,
            select_menu=self.select_menu,
            filter_menu=self.filter_menu,
            notebook=False,
            cdn_resources="in_line",
        )
        page = HEADING.sub("", page, count=1)
        self.html = ELSEWHERE.sub("", page).replace(CHARSET, CHARSET + NOTHING_LOADS, 1)
        return str(self.html)

    def write_html(self, name: str | Path, *_: Any, open_browser: bool = False, **__: Any) -> None:
        """Write the page to a file, in UTF-8."""
        path = Path(name).expanduser()
        path.write_text(self.generate_html(), encoding="utf-8")
        if open_browser:
            import webbrowser

            webbrowser.open(path.resolve().as_uri())

    def save_graph(self, name: str | Path) -> None:
        """The same as ``write_html``."""
        self.write_html(name)


def network(graph: nx.Graph, corpus: Corpus, options: dict[str, Any]) -> OfflineNetwork:
    """The graph as a pyvis network: places, sizes and colours set, physics off."""
    made = OfflineNetwork(**options)
    made.toggle_physics(status=False)
    drawn = plain(graph)
    ids = _ids(drawn)
    for node in drawn.nodes:
        one = {**node.data, "id": ids[node.id], "label": _inert(node.label), "title": _inert(node.label)}
        look = {"shape": node.look.vis, "color": node.look.colour, "size": node.size, "x": node.x, "y": -node.y}
        one |= {key: _inert(value) for key, value in one.items() if isinstance(value, str)} | look
        if made.font_color:
            one["font"] = {"color": made.font_color}
        made.nodes.append(one)
        made.node_ids.append(one["id"])
        made.node_map[one["id"]] = one
    for edge, (a, b, data) in zip(drawn.edges, graph.edges(data=True), strict=True):
        own = {key: _inert(value) if isinstance(value, str) else value for key, value in edge.data.items()}
        shown = {"value": own.get("weight", 1), "title": _title(corpus, a, b, data, graph), "color": edge.colour}
        made.edges.append({**own, "from": ids[edge.a], "to": ids[edge.b], **shown})
    return made


def _ids(drawn: Plain) -> dict[str, str]:
    """Each id as text that is no markup, each once."""
    inert: dict[str, str] = {}
    taken: set[str] = set()
    for node in drawn.nodes:
        name = _inert(node.id)
        while name in taken:
            name += "′"
        taken.add(name)
        inert[node.id] = name
    return inert


def _title(corpus: Corpus, a: str, b: str, data: dict[str, Any], graph: nx.Graph) -> str:
    """What an edge says under the pointer: both names, how often, and the first sentence."""
    names = " – ".join(_inert(str(graph.nodes[node].get("name", node))) for node in (a, b))
    lines = [f"{names} ({data.get('weight', 1)})"]
    for key in ("evidence", "evidence_a", "evidence_b"):
        for witness in list(data.get(key, ())[:1]):
            text = " ".join(corpus[witness.article].text[witness.start : witness.end].split())
            lines.append(_inert(text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"))
    return "\n".join(lines)


def _inert(text: str) -> str:
    """The text as something that is no markup wherever it is put: no < and >, no controls, nothing that turns lines."""
    kept = (character for character in text if unicodedata.category(character) not in ("Cc", "Cs"))
    plainly = "".join(character for character in kept if character not in TURNING)
    return plainly.replace("<", "‹").replace(">", "›") or "—"


TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
