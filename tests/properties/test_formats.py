"""For every format: N articles in, N rows out; and for any harm done to a file, rows with reasons, never an error.

The sample files are those of ``tests/formats``: each module there has ``SAMPLES``, name to (bytes, articles).
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import formats as home
from workbench.loaders import formats
from workbench.loaders.files import File
from workbench.loaders.formats import FORMATS
from workbench.loaders.load import Builder
from workbench.loaders.records import Address, Page, Piece, Refusal

MODULES = sorted(module.name for module in pkgutil.iter_modules(home.__path__))
SAMPLES: dict[str, tuple[bytes, int]] = {
    f"{name}/{file}": sample
    for name in MODULES
    for file, sample in getattr(import_module(f"tests.formats.{name}"), "SAMPLES", {}).items()
}
HARMS = ("cut", "double", "encode", "bytes", "drop", "fill")
FILLS = (b"\x00", b"\xff", b"<", b'"', b"{", b"\n", b"\x0c")
ENCODINGS = ("utf-16", "utf-16-le", "utf-8-sig", "windows-1256", "iso8859_6")


def pieces(name: str, data: bytes) -> list[Piece]:
    """The pieces of a file, each of which says what it is, and all of which the report tells."""
    found = list(formats.read(File(name, data=data), {}))
    builder = Builder({})
    for piece in found:
        assert isinstance(piece, (Page, Address, Refusal))
        assert piece.origin.startswith(name)
        assert not isinstance(piece, Refusal) or piece.reason.strip()
        builder.add(piece)
    corpus = builder.corpus()
    rows = corpus.report.rows
    assert len(rows) == len(found)
    assert [row.article for row in rows if row.article] == [article.id for article in corpus]
    assert all(row.reason for row in rows if row.status != "read")
    return found


def articles(found: list[Piece]) -> int:
    return sum(isinstance(piece, (Page, Address)) for piece in found)


def test_every_format_has_a_sample():
    endings = {"." + name.rsplit(".", 1)[-1].lower() for name in SAMPLES}
    missing = [one.name for one in FORMATS if not endings & set(one.endings)]
    assert not missing


@pytest.mark.parametrize("name", SAMPLES)
def test_as_many_rows_as_articles(name: str):
    data, count = SAMPLES[name]
    found = pieces(name.split("/", 1)[1], data)
    assert articles(found) <= count <= len(found)


@st.composite
def harmed(draw: st.DrawFn) -> tuple[str, bytes]:
    """A sample file, cut, doubled, written in another encoding, or with bytes changed, dropped or put in."""
    name = draw(st.sampled_from(sorted(SAMPLES)))
    data = SAMPLES[name][0]
    for harm in draw(
        st.lists(st.sampled_from(("cut", "double", "encode", "bytes", "drop", "fill")), min_size=1, max_size=3)
    ):
        place = draw(st.integers(0, max(0, len(data) - 1)))
        if harm == "cut":
            data = data[:place]
        elif harm == "double":
            data = data + data
        elif harm == "encode":
            data = data.decode("utf-8", "ignore").encode(draw(st.sampled_from(ENCODINGS)), "ignore")
        elif harm == "bytes":
            data = data[:place] + draw(st.binary(min_size=1, max_size=40)) + data[place + 1 :]
        elif harm == "drop":
            data = data[:place] + data[place + draw(st.integers(1, 400)) :]
        else:
            data = data[:place] + draw(st.sampled_from(FILLS)) * 500 + data[place:]
    return name.split("/", 1)[1], data


@given(harmed())
@settings(max_examples=400, deadline=None)
def test_no_harm_is_an_error_or_goes_untold(sample: tuple[str, bytes]):
    assert pieces(*sample)


@given(st.sampled_from(sorted(SAMPLES)), st.sampled_from([one.endings[0] for one in FORMATS]))
@settings(max_examples=200, deadline=None)
def test_a_wrong_ending_is_no_error(name: str, ending: str):
    assert pieces(f"x{ending}", SAMPLES[name][0])


@given(st.binary(max_size=3000), st.sampled_from([one.endings[0] for one in FORMATS]))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_rows(data: bytes, ending: str):
    assert pieces(f"x{ending}", data)
