"""The sizes that publishers ask for: how wide a column is, and how many dots an inch a picture of it needs.

The charts mix lines with tints and lettering, which guides call combination artwork. Vector files (PDF, SVG, EPS)
have no dots; the number counts for PNG and TIFF. All guides want fonts embedded, no title inside the picture and lines
of at least 0.25 to 0.3 points, which every figure here has.

Sources: Elsevier, artwork sizing and "Guidelines for accepted papers" (90, 140 and 190 mm; 500 dpi for combinations).
Springer, artwork guidelines (84 and 174 mm in large, 119 mm in small journals; 600 dpi). PLOS, "Figures" (13.2 to
19.05 cm; 300 to 600 dpi; TIFF or EPS). Nature, "Final submission" (89 and 183 mm; 300 dpi). IEEE Author Center, "Size
requirements for graphics" (88.9 and 182 mm; 600 dpi for line art). A guide may have changed since: the journal's own
page decides.
"""

from __future__ import annotations

from typing import NamedTuple

from workbench.errors import UnknownNameError

__all__ = ["PRESETS", "Preset", "preset"]


class Preset(NamedTuple):
    """A width in millimetres and a resolution in dots per inch."""

    width_mm: float
    dpi: int


PRESETS = {
    "elsevier-single": Preset(90, 500),
    "elsevier-onehalf": Preset(140, 500),
    "elsevier-double": Preset(190, 500),
    "springer-single": Preset(84, 600),
    "springer-double": Preset(174, 600),
    "springer-small": Preset(119, 600),
    "plos-column": Preset(132, 600),
    "plos-page": Preset(190.5, 600),
    "nature-single": Preset(89, 300),
    "nature-double": Preset(183, 300),
    "ieee-single": Preset(88.9, 600),
    "ieee-double": Preset(182, 600),
    "slide": Preset(254, 150),
}
"""By publisher and column; ``slide`` fills a slide of 16:9 on a projector."""


def preset(name: str) -> Preset:
    """The preset of a name.

    Raises
    ------
    UnknownNameError: there is none.

    >>> preset("elsevier-single")
    Preset(width_mm=90, dpi=500)
    """
    if name not in PRESETS:
        raise UnknownNameError(f"there is no preset {name!r}.", hint=f"one of {', '.join(PRESETS)}.")
    return PRESETS[name]
