"""The gathered names: what they say of words that everyone knows, what shape their files have, how they are made."""

from __future__ import annotations

import lzma
import re
from importlib.metadata import PackageNotFoundError
from importlib.util import find_spec
from pathlib import Path
from unicodedata import is_normalized

import pytest

from workbench.errors import MissingExtraError
from workbench.languages import LanguagePack, pack, packs
from workbench.languages.building import packages
from workbench.languages.building.gazetteer import ATTRIBUTION, build
from workbench.languages.building.ordinary import tagged, untagged
from workbench.languages.building.packages import SOURCES, home, versions
from workbench.languages.building.spelling import speller
from workbench.languages.gazetteers import FILE, NO_NAME, Gazetteers, gazetteers, sections
from workbench.languages.schema import LIST_SEPARATOR
from workbench.text.phrases import Phrases
from workbench.text.tokens import tokens

HOME = Path(packages.__file__).parents[1]
MOST_BYTES = 1_000_000
ARABIC = pack("ar")
ENGLISH = pack("en")
PERSIAN_AND_FORMS = re.compile("[\u06a9\u06cc\u067e\u0686\u0698\u06af\u06d2\u0640\ufb50-\ufdff\ufe70-\ufeff]")


def unpacked(language: LanguagePack) -> str:
    return lzma.decompress((language.folder / FILE).read_bytes()).decode("utf-8")


def words(text: str, language: LanguagePack) -> list[str]:
    return [token.folded for token in tokens(text, language)]


@pytest.mark.parametrize(
    ("spelling", "name", "country", "size"),
    [
        ("موسكو", "موسكو", "RU", 4),
        ("بوينس آيرس", "بوينس آيرس", "AR", 4),
        ("طرطوس", "طرطوس", "SY", 3),
        ("إدلب", "إدلب", "SY", 3),
        ("السويداء", "السويداء", "SY", 2),
        ("الأرجنتين", "الأرجنتين", "AR", 5),
    ],
)
def test_arabic_places(spelling: str, name: str, country: str, size: int) -> None:
    place = gazetteers(ARABIC).places[ARABIC.fold(spelling)]
    assert place == (name, country, size, False)


@pytest.mark.parametrize(
    ("spelling", "country"), [("Moscow", "RU"), ("Buenos Aires", "AR"), ("Tartus", "SY"), ("Aleppo", "SY")]
)
def test_english_places(spelling: str, country: str) -> None:
    place = gazetteers(ENGLISH).places[ENGLISH.fold(spelling)]
    assert (place.name, place.country, place.ambiguous) == (spelling, country, False)


def test_where_a_word_stands_in_names() -> None:
    arabic, english = gazetteers(ARABIC), gazetteers(ENGLISH)
    assert arabic.classes("نجيب").person == "given"
    assert arabic.classes("الشرع").person == "last"
    assert arabic.classes("محمد")[:3] == ("given", 4, False)
    assert english.classes("ahmad").person == "given"
    assert english.classes("putin").person == "last"
    assert arabic.classes("قالوا") is NO_NAME
    assert "نجيب" in arabic.given - arabic.surnames
    assert "الشرع" in arabic.surnames - arabic.given


@pytest.mark.parametrize("word", ["شمس", "سلام", "كامل", "ظهور", "الاسود"])
def test_ordinary_words_among_names_are_told(word: str) -> None:
    found = gazetteers(ARABIC)
    assert found.classes(word).ordinary
    assert word not in found.given | found.surnames


@pytest.mark.parametrize("word", ["على", "قبل", "الثورة", "الوحدة", "البيت"])
def test_ordinary_words_are_no_sure_places(word: str) -> None:
    place = gazetteers(ARABIC).places.get(ARABIC.fold(word))
    assert place is None or place.ambiguous


def test_names_and_nouns_that_are_places_are_ambiguous() -> None:
    assert gazetteers(ENGLISH).places["nice"].ambiguous
    assert gazetteers(ARABIC).places["بشار"].ambiguous
    assert "reading" not in gazetteers(ENGLISH).places or gazetteers(ENGLISH).places["reading"].ambiguous


def test_countries_and_capitals_are_no_names_of_people() -> None:
    for word in ("لبنان", "سوريا", "بغداد", "واشنطن", "فرنسا"):
        assert not gazetteers(ARABIC).classes(word).person


def test_the_longest_place_is_found_without_its_clitics_and_not_past_the_end() -> None:
    found = gazetteers(ARABIC)
    line = words("وصل الوفد إلى بوينس آيرس أمس", ARABIC)
    count, place = found.places_at(line.index("بوينس"), line) or (0, None)
    assert (count, place.name if place else "") == (2, "بوينس آيرس")
    assert found.places_at(0, ["لموسكو", "امس"]) is None
    assert found.places_at(0, ["لموسكو", "امس"], first="موسكو") == (1, found.places["موسكو"])
    assert found.places_at(3, line[:4]) != (2, place)
    assert found.classes("بوينس").first
    assert found.classes("ايرس").later


def test_places_stand_in_a_table_of_phrases() -> None:
    some = [item for item in gazetteers(ARABIC).places.items() if item[1].size == 4]
    text = "سافر إلى بوينس آيرس وبموسكو"
    line = tokens(text, ARABIC)
    phrases = Phrases(some, ARABIC)
    hits = [hit for index in range(len(line)) if (hit := phrases.at(index, line, text)) is not None]
    assert [text[hit.start : hit.end] for hit in hits] == ["بوينس آيرس", "موسكو"]


def test_organisations_and_nationalities() -> None:
    found = gazetteers(ENGLISH)
    line = words("the Royal Norwegian Navy said", ENGLISH)
    assert found.organisations_at(1, line) == (3, "Royal Norwegian Navy")
    assert gazetteers(ARABIC).organisations_at(0, words("وزارة العدل الأمريكية", ARABIC)) == (
        3,
        "وزارة العدل الأمريكية",
    )
    for language in packs():
        known = {language.fold(row["demonym"]) for row in language.rows("demonyms")}
        assert gazetteers(language).nationalities
        assert not known & gazetteers(language).nationalities.keys()


def test_a_pack_without_the_file_has_no_names(tmp_path: Path) -> None:
    found = Gazetteers(LanguagePack(tmp_path, {"code": "xx"}))
    assert not found.places
    assert not found.given
    assert found.classes("x") is NO_NAME
    assert found.places_at(0, ["x"]) is None


def test_the_files_are_small_together() -> None:
    assert sum((language.folder / FILE).stat().st_size for language in packs()) < MOST_BYTES


@pytest.mark.parametrize("language", packs(), ids=lambda language: language.code)
class TestFiles:
    def test_are_composed_and_in_this_alphabet(self, language: LanguagePack) -> None:
        text = unpacked(language)
        assert is_normalized("NFC", text)
        assert "\r" not in text
        assert not PERSIAN_AND_FORMS.search(text)

    def test_are_sorted_and_say_nothing_twice(self, language: LanguagePack) -> None:
        people: list[str] = []
        for head, lines in sections(unpacked(language)):
            assert lines == sorted(lines), head
            if head[0] == "people":
                people += lines
            else:
                cells = [line.split("\t") for line in lines]
                spelled = [one for row in cells for one in (row[-1].split(LIST_SEPARATOR) if row[-1] else [row[0]])]
                assert len(spelled) == len(set(spelled)), head
        assert len(people) == len(set(people))

    def test_are_folded_as_the_pack_folds(self, language: LanguagePack) -> None:
        found = gazetteers(language)
        for phrases in (found.given, found.surnames, found.places, found.organisations, found.nationalities):
            wrong = [phrase for phrase in phrases if language.fold(phrase) != phrase or not phrase]
            assert not wrong[:5]

    def test_are_words_as_texts_are_cut(self, language: LanguagePack) -> None:
        for phrase in gazetteers(language).places:
            assert words(phrase, language) == phrase.split(" ")

    def test_hold_no_function_words_alone(self, language: LanguagePack) -> None:
        found = gazetteers(language)
        functional = speller(language).functional
        assert not [word for word in found.places if word in functional and found.places[word].size < 5]
        assert not (found.given | found.surnames) & language.words("stopwords")

    def test_small_places_of_one_word_have_letters_enough(self, language: LanguagePack) -> None:
        short = [word for word in gazetteers(language).places if len(word) < 3]
        assert not short


def test_attribution_names_every_source_with_version_and_licence() -> None:
    text = (HOME / ATTRIBUTION).read_text(encoding="utf-8")
    for source in SOURCES:
        assert re.search(rf"^## {re.escape(source.package)} \d", text, re.MULTILINE)
        assert f"- Licence: {source.licence}" in text
        assert "GPL" not in source.licence
    for language in packs():
        counts = [0, 0, 0, 0]
        for head, lines in sections(unpacked(language)):
            counts[["people", "places", "organisations", "nationalities"].index(head[0])] += len(lines)
        assert f"| {language.code} | " + " | ".join(map(str, counts)) + " |" in text


def test_a_package_that_is_missing_is_told() -> None:
    with pytest.raises(MissingExtraError, match="Hint: pip install"):
        home("a_package_that_nobody_has")


def test_ordinary_words_are_counted_outside_of_names() -> None:
    assert list(tagged("زار O\nدمشق B-LOC\n\nثم O", 1)) == [("زار", False), ("دمشق", True)]
    assert list(untagged("Give Rose\nmore", 1)) == [("Give", True), ("Rose", True)]


def test_spellings_of_other_languages_are_refused() -> None:
    arabic, english = speller(ARABIC), speller(ENGLISH)
    assert arabic.clean("موسكو") == "موسكو"
    assert not arabic.clean("ماسکو")
    assert not arabic.clean("Moscow")
    assert not english.clean("mwskw")
    assert not english.clean("MOW")
    assert english.clean("Stoke-on-Trent") == "Stoke on Trent"


def test_gathering_again_gives_what_is_shipped() -> None:
    missing = [source.module for source in SOURCES if find_spec(source.module) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    shipped = (HOME / ATTRIBUTION).read_text(encoding="utf-8")
    try:
        other = [name for name, number in versions().items() if f"## {name} {number}\n" not in shipped]
    except PackageNotFoundError as error:
        pytest.skip(str(error))
    if other:
        pytest.skip(f"installed in another version than was read: {', '.join(other)}")
    for name, data in build().items():
        kept = (HOME / name).read_bytes()
        unpack = lzma.decompress if name.endswith(".xz") else bytes  # compressors change; what they hold may not
        assert unpack(data) == unpack(kept), name
