"""The words of the JupyterLab plugin, and the strings that it writes into notebooks."""

from __future__ import annotations

import json

from workbench.app.lab import COMMAND, TARGET, lab_labels
from workbench.loaders import READERS

LANGUAGES = json.loads(lab_labels())["languages"]
SCHEMA = json.loads((TARGET.parent / "schema" / "plugin.json").read_text(encoding="utf-8"))


def test_the_words_of_the_plugin_are_up_to_date():
    assert TARGET.read_text(encoding="utf-8") == lab_labels(), f"run `{COMMAND}`"


def test_every_language_has_every_word():
    keys = {code: set(labels["sections"]["lab"]) for code, labels in LANGUAGES.items()}
    assert keys["ar"] == keys["en"]
    assert {code: labels["direction"] for code, labels in LANGUAGES.items()} == {"ar": "rtl", "en": "ltr"}


def test_the_settings_offer_every_language():
    offered = {one["const"] for one in SCHEMA["properties"]["language"]["oneOf"]}
    assert offered == {"auto", *LANGUAGES}


def test_the_file_browser_offers_what_the_loaders_read():
    assert json.loads(lab_labels())["endings"] == sorted(READERS)
