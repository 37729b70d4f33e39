"""What every chart function returns: a figure that can be looked at, restyled and printed."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import WorkbenchError
from workbench.figures.presets import Preset
from workbench.figures.presets import preset as preset_named
from workbench.figures.spec import Spec

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Figure"]

SUFFIXES = (".svg", ".pdf", ".png", ".tiff", ".tif", ".eps")
WIDTHS_MM = (40.0, 1000.0)
DPI = (36, 2400)


@dataclass(frozen=True, eq=False)
class Figure:
    """A chart with the data behind it; in a notebook it shows itself, with its caption and without a network.

    Parameters
    ----------
    spec: the description that both back ends draw.
    """

    spec: Spec

    @property
    def data(self) -> pd.DataFrame:
        """The frame behind the chart: the matrix, or a row a node, an article, a wording or an outlet."""
        return self.spec.data

    @property
    def links(self) -> pd.DataFrame | None:
        """What joins the rows or fills them, as the chart's function says (of a network a, b, weight); else None."""
        return self.spec.links

    @property
    def caption(self) -> str:
        """What stands beneath the figure on a page: its title, how to read it, what it rests on."""
        return f"{self.spec.title}. {self.spec.caption} {self.spec.note}"

    @property
    def alt(self) -> str:
        """What the figure shows, in a sentence, for someone who can't see it."""
        return f"{self.spec.title}. {self.spec.alt}"

    def plotly(self) -> Any:
        """The chart as a plotly figure, to hover over and to restyle; it sends nothing anywhere and loads nothing."""
        from workbench.figures.screen import draw

        return draw(self.spec)

    def save(
        self,
        path: str | Path,
        *more: str | Path,
        preset: str | None = None,
        width_mm: float | None = None,
        dpi: int | None = None,
    ) -> Path:
        """The path of the file that was written: SVG, PDF, PNG, TIFF or EPS, as the name ends.

        Parameters
        ----------
        path: the file; missing folders are made.
        more: further files of the same drawing, which is then made only once.
        preset: the size that a publisher asks for, such as "elsevier-single" (see ``workbench.figures.presets``).
        width_mm: how wide the figure is on paper, in millimetres; it is as high as it needs to be. That of the preset,
            or 140, where it is None.
        dpi: dots per inch of a PNG or TIFF; the others hold lines and outlines. That of the preset, or 300, where it is
            None.

        Raises
        ------
        UnknownNameError: there is no such preset.
        WorkbenchError: the name ends otherwise, or the size is out of all proportion.
        """
        asked = preset_named(preset) if preset is not None else Preset(140, 300)
        width_mm = asked.width_mm if width_mm is None else width_mm
        dpi = asked.dpi if dpi is None else dpi
        files = [Path(one) for one in (path, *more)]
        for file in files:
            if file.suffix.lower() not in SUFFIXES:
                raise WorkbenchError(
                    f"a figure cannot be saved as {file.name!r}: {file.suffix or 'no ending'} is no known format.",
                    hint=f"end the name in one of {', '.join(SUFFIXES)}.",
                )
        forms = [{".tif": "tiff"}.get(ending := file.suffix.lower(), ending[1:]) for file in files]
        for file, content in zip(files, self._drawn(*forms, width_mm=width_mm, dpi=dpi), strict=True):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        return files[0]

    def _drawn(self, *forms: str, width_mm: float, dpi: int) -> list[bytes]:
        from workbench.figures.print import render

        for name, value, (low, high) in (("width_mm", width_mm, WIDTHS_MM), ("dpi", dpi, DPI)):
            if not low <= value <= high:
                raise WorkbenchError(
                    f"{name}={value} is out of range.", hint=f"give {name} a value from {low:g} to {high:g}."
                )
        return render(self.spec, forms, width_mm=width_mm, dpi=dpi, alt=self.alt)

    def __repr__(self) -> str:
        return f"Figure({self.spec.title!r}, {len(self.data)} rows)"

    def _repr_html_(self) -> str:
        """The chart as a picture that stands in the page itself, with its caption."""
        (content,) = self._drawn("png", width_mm=160, dpi=192)
        picture = base64.b64encode(content).decode("ascii")
        return (
            f'<figure dir="{self.spec.language.direction}" lang="{self.spec.language.code}" style="max-width:160mm">'
            f'<img style="width:100%" alt="{escape(self.alt)}" src="data:image/png;base64,{picture}">'
            f"<figcaption>{escape(self.caption)}</figcaption></figure>"
        )

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "text/plain": repr(self)}
