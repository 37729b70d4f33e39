"""What a language pack consists of: its files, their columns, and what may stand in them.

A pack is a folder of data (``languages/ar``, ``languages/en``, ...), and every pack holds the same files. This
module is the one place that says which: the loader reads packs by it and the linter holds packs to it.

====================  ============================================================================
``SCHEMA``            the tables (``.tsv``): columns, key, allowed values, columns that hold lists
``LISTS``             the plain lists (``.txt``), one entry a line
``TOMLS``             the two settings files, and the keys that ``pack.toml`` must have
====================  ============================================================================

A file begins with comment lines (``# what it is``, ``# source: ...``, ``# licence: ...``, ``# date: ...``). A
table goes on with one line of column names and then has one entry a line, cells separated by tabs. A cell of a list
column holds its items separated by `` | ``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

__all__ = [
    "FILES",
    "LISTS",
    "LIST_SEPARATOR",
    "NEVER_IN_DATA",
    "PACKED",
    "PACK_KEYS",
    "PATTERN_WORDS",
    "SCHEMA",
    "TOMLS",
    "FileSpec",
    "character",
    "data_lines",
    "items",
    "read_lines",
    "read_rows",
]

LIST_SEPARATOR = " | "
"""Stands between the items of a list cell."""


@dataclass(frozen=True, kw_only=True)
class FileSpec:
    """How one table of a pack is built.

    Parameters
    ----------
    columns
        The column names, in the order in which they stand in the file.
    key
        The columns that together name an entry; no two rows may agree in all of them after folding.
    values
        For a column with a closed vocabulary: what may stand in it (of a list column: in each item). A
        vocabulary that holds the empty string lets the cell be empty.
    lists
        The columns whose cells hold several items.
    optional
        Further columns whose cells may be empty. List columns always may.
    tags
        For a list column whose items are written ``form/tag``: the tags there are.
    refers
        For a column that names an entry of another table: that table and its column.
    variants
        The list columns whose items are other spellings of the entry, so that none may repeat it.
    particles
        The list columns whose items are `PATTERN_WORDS` or function words of the language.
    characters
        The columns that hold one character each, written as itself or as ``U+0640``.
    folded
        Whether keys are compared after folding. False for the tables about characters themselves.
    """

    columns: tuple[str, ...]
    key: tuple[str, ...]
    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lists: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    tags: Mapping[str, frozenset[str]] = field(default_factory=dict)
    refers: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    variants: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    characters: frozenset[str] = frozenset()
    folded: bool = True


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_STANCES = _set("endorsing neutral distancing")
_FLAG = frozenset({"", "1"})
_FORM_TAGS = _set("past pres part masdar passive")

PATTERN_WORDS = _set("quote object describe goes_on ownerless addressed clause")
"""What a speech verb may take besides a particle: direct speech, a noun phrase, "calls something something".

goes_on: it goes on with what the same speaker said before; ownerless: nobody is named as its subject; addressed: who is
told stands right behind it, never who tells; clause: one may follow without a particle, whoever the subject is."""

NEVER_IN_DATA = _set("mark tatweel control persian")
"""Rules of ``fold.tsv`` for reading other people's text: no file of the pack is spelled with their characters."""

SCHEMA: dict[str, FileSpec] = {
    "fold.tsv": FileSpec(
        columns=("from", "to", "rule"),
        key=("from",),
        values={
            "rule": NEVER_IN_DATA
            | _set("hamza alif_maqsura teh_marbuta foreign_letter digit case apostrophe accent space dash")
        },
        optional=_set("to"),
        characters=_set("from to"),
        folded=False,
    ),
    "quote_marks.tsv": FileSpec(
        columns=("open", "close", "kind"),
        key=("open", "close"),
        values={
            "kind": _set("guillemet double_curly straight low_high reversed ornament fullwidth")
            | _set("single_guillemet single_curly straight_single low_high_single reversed_single")
        },
        characters=_set("open close"),
        folded=False,
    ),
    "speech_verbs.tsv": FileSpec(
        columns=("verb", "class", "patterns", "forms"),
        key=("verb",),
        values={"class": _STANCES},
        lists=_set("patterns forms"),
        particles=_set("patterns"),
        tags={"forms": _FORM_TAGS},
    ),
    "sources.tsv": FileSpec(
        columns=("phrase", "class", "role"),
        key=("phrase",),
        values={"class": _STANCES, "role": _set("source carrier statement")},
    ),
    "titles.tsv": FileSpec(
        columns=("title", "kind", "of"),
        key=("title", "kind"),
        values={
            "kind": _set("role rank honorific org place"),
            "of": frozenset({"", "place", "org", "office", "phrase", "word", "outside"}),
        },
        lists=_set("of"),
    ),
    "offices.tsv": FileSpec(columns=("office",), key=("office",)),
    "clitics.tsv": FileSpec(
        columns=("clitic", "kind"),
        key=("clitic", "kind"),
        values={
            "kind": _set("conjunction preposition article preposition_article future enclitic nisba possessed")
            | _set("possessive contraction dual")
        },
    ),
    "sounds.tsv": FileSpec(columns=("letters", "sound"), key=("letters",), lists=_set("sound")),
    "name_words.tsv": FileSpec(
        columns=("word", "kind"),
        key=("word", "kind"),
        values={
            "kind": _set(
                "son child daughter kunya servant family noble faith divine first ending called calls honour behalf"
            )
        },
    ),
    "body_words.tsv": FileSpec(columns=("word", "meaning"), key=("word",)),
    "concepts.tsv": FileSpec(columns=("word", "meaning"), key=("word", "meaning")),
    "inflections.tsv": FileSpec(
        columns=("part", "kind"), key=("part", "kind"), values={"kind": _set("ending silent person cited lost")}
    ),
    "role_words.tsv": FileSpec(
        columns=("word", "kind", "meaning"),
        key=("word", "kind"),
        values={
            "kind": _set(
                "head office trade function calling former removed new counterpart predecessor reply plain determiner "
                "indefinite adds appoint gone"
            )
        },
    ),
    "months.tsv": FileSpec(
        columns=("month", "name", "calendar"),
        key=("name", "calendar"),
        values={
            "month": frozenset(str(number) for number in range(1, 13)),
            "calendar": _set("gregorian levantine maghrebi french-maghrebi abbrev"),
        },
    ),
    "weekdays.tsv": FileSpec(
        columns=("day", "name"),
        key=("name",),
        values={"day": frozenset(str(number) for number in range(1, 8))},
    ),
    "hijri_months.tsv": FileSpec(
        columns=("month", "name", "ambiguous"),
        key=("name",),
        values={"month": frozenset(str(number) for number in range(1, 13)), "ambiguous": _FLAG},
    ),
    "date_words.tsv": FileSpec(
        columns=("word", "kind", "value"),
        key=("word", "kind"),
        values={
            "kind": _set("link corresponding hijri_era gregorian_era day_ending day weekday month_only"),
            "value": frozenset({"", *map(str, range(1, 32))}),
        },
    ),
    "relative_days.tsv": FileSpec(
        columns=("word", "kind", "value"),
        key=("word", "kind"),
        values={
            "kind": _set("day name not_then not_first before after from_event days hours minutes number")
            | _set("past past_first coming this year"),
            "value": frozenset({"", *map(str, range(-2, 13))}),
        },
    ),
    "quantities.tsv": FileSpec(
        columns=("word", "kind", "value"),
        key=("word",),
        values={
            "kind": _set("number part ordinal scale scales suffix fraction parts joins percent")
            | _set("unit pair period none"),
        },
        optional=_set("value"),
    ),
    "furniture.tsv": FileSpec(
        columns=("pattern", "kind", "where"),
        key=("pattern", "where"),
        values={
            "kind": _set("related furniture caption byline dateline comments closing"),
            "where": _set("line starts ends contains"),
        },
    ),
    "credits.tsv": FileSpec(columns=("credit", "agency"), key=("credit",)),
    "gazetteer.tsv": FileSpec(
        columns=("name", "type", "aliases", "of"),
        key=("name", "type", "of"),
        values={"type": _set("LOC ORG")},
        lists=_set("aliases"),
        variants=_set("aliases"),
        optional=_set("of"),
        refers={"of": ("gazetteer.tsv", "name")},
    ),
    "identities.tsv": FileSpec(
        columns=("name", "identity"),
        key=("name",),
        refers={"name": ("gazetteer.tsv", "name")},
    ),
    "demonyms.tsv": FileSpec(
        columns=("demonym", "place", "forms"),
        key=("demonym", "place"),
        lists=_set("forms"),
        variants=_set("forms"),
        refers={"place": ("gazetteer.tsv", "name")},
    ),
    "given_names.tsv": FileSpec(
        columns=("name", "gender", "ambiguous"),
        key=("name",),
        values={"gender": _set("m f u"), "ambiguous": _FLAG},
    ),
    "dialogue.tsv": FileSpec(columns=("word", "kind"), key=("word",), values={"kind": _set("question answer")}),
    "genders.tsv": FileSpec(
        columns=("word", "gender", "kind"),
        key=("word", "kind"),
        values={
            "gender": _set("m f p n"),
            "kind": _set(
                "pronoun addressed owner relative title noun_end past_end pres_end pres_begin part_end masdar_end "
                "object"
            ),
        },
    ),
    "surnames.tsv": FileSpec(columns=("name", "ambiguous"), key=("name",), values={"ambiguous": _FLAG}),
    "name_particles.tsv": FileSpec(columns=("particle", "kind"), key=("particle",), values={"kind": _set("joins")}),
    "group_speakers.tsv": FileSpec(
        columns=("phrase", "flag"), key=("phrase",), values={"flag": _set("anonymous collective")}
    ),
    "statements.tsv": FileSpec(
        columns=("phrase", "kind"), key=("phrase",), values={"kind": _set("document evidence office report")}
    ),
    "parties.tsv": FileSpec(columns=("phrase", "type"), key=("phrase",), values={"type": _set("same org side")}),
    "scare.tsv": FileSpec(columns=("before",), key=("before",)),
}
"""The tables of a pack, by file name."""

LISTS: tuple[str, ...] = (
    "stopwords.txt",
    "not_names.txt",
    "connectives.txt",
    "negations.txt",
    "noun_markers.txt",
    "asides.txt",
    "reader_words.txt",
    "anonymity.txt",
    "clause_starts.txt",
)
"""The plain lists of a pack."""

TOMLS: tuple[str, ...] = ("pack.toml", "ui.toml")
"""The settings of a pack and the labels of its views."""

WORD_SETTINGS = """
    verb_shapes people_relatives before_places before_things joins_names before_days day_parts people_from definite
    relatives indefinite conditions jussives silences progressives naming asking origins modals future_forms
    stretches before_verbs source_links adjective_starts before_media never_alone vocatives never_verbs topics
    places_said sentence_joins asks asked infinitives contacts chants stands_in signs written before_amounts reveals
    refusals answers when role_adjectives thus kin things companies public_bodies clause_prepositions never_asides
    contrasts finite_verbs finite_endings participle_endings owned_people ages spokespeople subordinators of_them
    naming_verbs before_names wordings first_person first_person_ends first_person_starts questions replies
    contrasting of_things causes relations company_things before_companies anybody owners spoken_with
    subject_endings oblique_endings company_clauses before_speakers
"""

PACK_KEYS: dict[str, type] = {
    "code": str,
    "name": str,
    "english_name": str,
    "direction": str,
    "script": str,
    "capitals": bool,
    "name_length": int,
    "verb_first": bool,
    "opener_optional": bool,
    "month_first": bool,
    **dict.fromkeys(WORD_SETTINGS.split(), list),
}
"""The keys of ``pack.toml`` and the type of each."""

PACKED: tuple[str, ...] = ("names.txt.xz",)
"""Compressed data that a pack may hold: made by `workbench.languages.building`, no part of what one writes."""

FILES: tuple[str, ...] = tuple(sorted([*SCHEMA, *LISTS, *TOMLS]))
"""Every file of a pack."""


def character(text: str) -> str:
    """The character that a cell of ``fold.tsv`` or ``quote_marks.tsv`` stands for.

    A character may be written as itself or, where it can't be seen or must not stand in the file, by its code
    point. An empty cell gives the empty string.

    >>> character("أ") == character("U+0623")
    True
    """
    if text.startswith("U+") and len(text) >= 6:
        return chr(int(f"0x{text[2:]}", 0))
    return text


def items(cell: str) -> list[str]:
    """The items of a list cell.

    >>> items("قالت | قالوا")
    ['قالت', 'قالوا']
    >>> items("")
    []
    """
    return cell.split(LIST_SEPARATOR) if cell else []


def data_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a pack file that are not comments and not blank, each with its line number (from 1)."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and line != "#" and not line.startswith("# "):
            yield number, line


def read_lines(path: Path) -> list[str]:
    """The entries of a plain list (``.txt``), without the header.

    Raises
    ------
    OSError, UnicodeDecodeError
        When the file can't be read as UTF-8.
    """
    text = path.read_text(encoding="utf-8")
    return [line for _, line in data_lines(text)]


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table (``.tsv``), each as column -> cell, without the header.

    Cells are given as they stand: split list cells with `items`, read character cells with `character`. Cells
    that a short row lacks come as the empty string; the linter reports such rows.

    Raises
    ------
    OSError, UnicodeDecodeError
        When the file can't be read as UTF-8.
    """
    lines = read_lines(path)
    columns = lines[0].split("\t") if lines else []
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        rows.append(dict(zip(columns, [*cells, *[""] * (len(columns) - len(cells))], strict=False)))
    return rows
