"""Taggers of other projects: what their labels and offsets become, and what happens when they fail.

The doubles have the documented shape of what each library gives; where spaCy or Transformers is installed, the real one
reads too, with a pipeline of rules and with a model whose weights are set by hand.
"""

from __future__ import annotations

import logging
import math
import subprocess
import sys
import warnings
from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workbench as wb
from tests.build import corpus_of
from workbench.errors import LoadError, MissingExtraError, WorkbenchError
from workbench.extractors.entities.tagging.labels import Labelled, Labels, sure
from workbench.extractors.entities.tagging.outside import CamelTagger, SpacyTagger, StanzaTagger, TransformersTagger
from workbench.extractors.entities.tagging.protocol import TYPES, Tagged, Tagger
from workbench.extractors.entities.tagging.stretches import lengths, on_words, parted, stretches
from workbench.languages import pack
from workbench.text.tokens import tokens

AR, EN = pack("ar"), pack("en")
TEXT = "العنوان\n\nقال «سامر النجّار»، وزير الصيد: وصلنا إلى الواحة. ثم سافر النجّار؟\nوقالت رابطة الصيادين شيئاً آخر."
START = TEXT.index("قال")
KINDS = {"سامر": "PER", "النجّار": "PER", "الواحة": "LOC", "رابطة": "ORG", "الصيادين": "ORG"}
NAMES = [("سامر النجّار", "PER"), ("الواحة", "LOC"), ("النجّار", "PER"), ("رابطة الصيادين", "ORG")]


def words_of(text: str, start: int = 0, language=AR):
    return tokens(text, language, start=start)


def read(tagger, text: str = TEXT, start: int = START, language=AR) -> list[tuple[str, str]]:
    """What a tagger finds in a block, checked on the way."""
    words = words_of(text, start, language)
    found = tagger.tag(text, words, language)
    sound(text, words, found)
    return [(text[one.start : one.end], one.type) for one in found]


def sound(text, words, found) -> None:
    for one in found:
        assert isinstance(one, Tagged)
        assert text[one.start : one.end].strip()
        assert words[0].start <= one.start < one.end <= words[-1].end
        assert one.type in TYPES
        assert 0 <= one.score <= 1
    assert all(before.end <= after.start for before, after in pairwise(found))


# doubles of what the libraries give


class Spans:
    """What spaCy and Stanza give: each word of KINDS, neighbours of one type together."""

    def __init__(self, names=None, *, attributes=("start_char", "end_char", "label_"), marks=False):
        self.names = names or {"PER": "PERSON", "LOC": "GPE", "ORG": "ORG"}
        self.attributes = attributes
        self.marks = marks
        self.read: list[str] = []
        self.pipe_names = ["ner"]
        self.max_length = 1_000_000

    def __call__(self, text):
        self.read.append(text)
        found: list[list] = []
        for word in words_of(text):
            kind = KINDS.get(word.text)
            if kind and found and found[-1][2] == self.names[kind] and text[found[-1][1] : word.start] == " ":
                found[-1][1] = word.end
            elif kind:
                found.append([word.start, word.end, self.names[kind]])
        if self.marks:
            found = [[max(start - 1, 0), end + 1, label] for start, end, label in found]
        return SimpleNamespace(ents=[SimpleNamespace(**dict(zip(self.attributes, one, strict=True))) for one in found])


def stanza_double(**options):
    double = Spans({kind: kind for kind in TYPES}, attributes=("start_char", "end_char", "type"), **options)
    double.processors = {"tokenize": object(), "ner": object()}
    return double


class Encoder:
    """What a token classification pipeline gives: pieces of three characters, each with a label and a score."""

    def __init__(self, *, most=40, label=None, score=0.9, spaces=False):
        self.model = SimpleNamespace(
            config=SimpleNamespace(id2label={0: "O", 1: "B-PER", 2: "I-PER", 3: "B-LOC"}, max_position_embeddings=most)
        )
        self.tokenizer = self
        self.is_fast = True
        self.model_max_length = 10**30
        self.label = label or (lambda text, word, at: "O")
        self.score = score
        self.spaces = spaces
        self.read: list[str] = []

    def num_special_tokens_to_add(self):
        return 2

    def pieces(self, text):
        for at, word in enumerate(text.split(" ")):
            begin = sum(len(one) + 1 for one in text.split(" ")[:at])
            if self.spaces:
                yield max(begin - 1, 0), begin
            yield from ((begin + cut, begin + min(cut + 3, len(word))) for cut in range(0, len(word), 3))

    def __call__(self, text, **options):
        if "return_offsets_mapping" in options:
            assert not options["add_special_tokens"]
            return {"offset_mapping": list(self.pieces(text))}
        assert options == {"aggregation_strategy": "none", "ignore_labels": []}
        self.read.append(text)
        pieces = list(self.pieces(text))
        assert len(pieces) + 2 <= self.model.config.max_position_embeddings - 2
        return [
            {"start": start, "end": end, "entity": self.label(text, (start, end), at), "score": self.score, "word": "x"}
            for at, (start, end) in enumerate(pieces)
        ]


class Camel:
    """What NERecognizer gives: a label of ANERcorp for each word of each sentence."""

    def __init__(self, *, short=0, tokenizer=None):
        self.short = short
        self.read: list[list[str]] = []
        if tokenizer is not None:
            self.tokenizer = SimpleNamespace(tokenize=tokenizer)

    def predict(self, sentences, batch_size=32):
        self.read += sentences
        return [self.labels(sentence)[: len(sentence) - self.short] for sentence in sentences]

    def labels(self, sentence):
        names = {"PER": "PERS", "LOC": "LOC", "ORG": "ORG"}
        plain = {word.replace("\u0651", ""): names[kind] for word, kind in KINDS.items()}
        found, before = [], ""
        for word in sentence:
            kind = plain.get(word, "")
            found.append(f"{'I' if kind == before else 'B'}-{kind}" if kind else "O")
            before = kind
        return found


# labels


@pytest.mark.parametrize(
    ("row", "spans"),
    [
        ("B-PERS I-PERS O B-PERS", [(0, 2, "PER"), (3, 4, "PER")]),
        ("B-PER B-PER", [(0, 1, "PER"), (1, 2, "PER")]),
        ("I-PER I-PER I-LOC O", [(0, 2, "PER"), (2, 3, "LOC")]),
        ("PERSON PERSON O GPE", [(0, 2, "PER"), (3, 4, "LOC")]),
        ("S-ORG B-PER E-PER E-PER", [(0, 1, "ORG"), (1, 3, "PER"), (3, 4, "PER")]),
        ("U-ORG B-PER L-PER I-PER", [(0, 1, "ORG"), (1, 3, "PER"), (3, 4, "PER")]),
        ("B-GPE I-FAC B_ORG M-ORG", [(0, 1, "LOC"), (1, 2, "LOC"), (2, 4, "ORG")]),
        ("B-MISC I-MISC NORP B-DATE", []),
        ("O O", []),
        ("", []),
    ],
)
def test_schemes_of_labels(row, spans):
    labels = [Labelled(at, at + 1, label, 0.5) for at, label in enumerate(row.split())]
    assert [one[:3] for one in Labels("x").spans(labels)] == spans


def test_a_name_is_as_sure_as_its_least_sure_word():
    row = [Labelled(0, 1, "B-PER", 0.9), Labelled(1, 2, "I-PER", 0.4), Labelled(2, 3, "I-PER", math.nan)]
    assert list(Labels("x").spans(row)) == [Tagged(0, 3, "PER", 0.4)]
    assert [sure(one) for one in (None, math.nan, 3, -1, 0.25)] == [1.0, 1.0, 1.0, 0.0, 0.25]


def test_an_unknown_label_is_told_once():
    tagger = SpacyTagger(Spans({"PER": "PERSON", "LOC": "OASIS", "ORG": "ORG"}))
    with pytest.warns(UserWarning, match=r"'OASIS'.*Hint: labels=") as told:
        first = read(tagger)
    assert len(told) == 1
    assert ("الواحة", "LOC") not in first
    assert read(tagger) == first  # a second warning would be an error


def test_labels_of_ones_own():
    double = Spans({"PER": "PERSON", "LOC": "OASIS", "ORG": "GUILD"})
    assert read(SpacyTagger(double, labels={"oasis": "LOC", "GUILD": "", "PERSON": "ORG"})) == [
        ("سامر النجّار", "ORG"),
        ("الواحة", "LOC"),
        ("النجّار", "ORG"),
    ]
    with pytest.raises(WorkbenchError, match=r"'PERSON'\. Hint: use PER, LOC, ORG"):
        SpacyTagger(double, labels={"X": "PERSON"})


# offsets


@given(st.data())
def test_spans_come_on_words_in_order_and_apart(data):
    text = data.draw(st.text(alphabet="اب b.\n «»،-", min_size=1, max_size=60).filter(words_of))
    at = st.integers(0, len(text))
    spans = data.draw(st.lists(st.builds(Tagged, at, at, st.sampled_from(TYPES), st.just(1.0)), max_size=8))
    words = words_of(text)
    found = on_words(text, words, spans)
    sound(text, words, found)
    assert all("\n" not in text[one.start : one.end] for one in found)
    real = [one for one in spans if one.start < one.end]
    touched = {word for word in words for one in real if word.start < one.end and one.start < word.end}
    covered = {word for word in words for one in found if one.start <= word.start and word.end <= one.end}
    assert covered <= touched
    assert bool(covered) == bool(touched)


def test_the_longer_of_two_spans_that_share_a_word_stands():
    words = words_of("سامر النجّار الواحة")
    spans = [Tagged(0, 4, "LOC", 1.0), Tagged(0, 9, "PER", 1.0), Tagged(13, 15, "ORG", 0.5)]
    assert on_words("سامر النجّار الواحة", words, spans) == [Tagged(0, 12, "PER", 1.0), Tagged(13, 19, "ORG", 0.5)]


@given(st.text(alphabet="اب b.؟\n،", min_size=1, max_size=200), st.integers(1, 30), st.booleans())
def test_stretches_hold_every_word_that_fits(text, room, joined):
    words = words_of(text)
    if not words:
        return
    costs = lengths(words)
    cost_of = dict(zip(words, costs, strict=True))
    found = list(stretches(text, parted(text, words, AR), costs, room=room, joined=joined))
    assert [word for run in found for word in run] == [word for word in words if cost_of[word] <= room]
    assert all(sum(cost_of[word] for word in run) <= room for run in found)


def test_a_stretch_ends_with_a_sentence_or_behind_a_mark():
    text = "واحد اثنان. ثلاثة أربعة. خمسة ستة، سبعة ثمانية تسعة"
    words = words_of(text)
    found = list(stretches(text, parted(text, words, AR), [1] * len(words), room=4))
    assert [[word.text for word in run] for run in found] == [
        ["واحد", "اثنان", "ثلاثة", "أربعة"],
        ["خمسة", "ستة", "سبعة", "ثمانية"],
        ["تسعة"],
    ]
    found = list(stretches(text, parted(text, words, AR), [1] * len(words), room=3))
    assert [len(run) for run in found] == [2, 2, 2, 3]


# each tagger, with doubles


@pytest.mark.parametrize(
    "tagger",
    [
        SpacyTagger(Spans()),
        SpacyTagger(Spans(marks=True)),
        StanzaTagger(stanza_double()),
        CamelTagger(Camel()),
        CamelTagger(Camel(tokenizer=lambda word: [word])),
    ],
    ids=["spacy", "spacy with marks", "stanza", "camel", "camel with pieces"],
)
def test_names_and_offsets(tagger):
    assert isinstance(tagger, Tagger)
    assert read(tagger) == NAMES
    assert tagger.tag(TEXT, [], AR) == []
    assert {one.score for one in tagger.tag(TEXT, words_of(TEXT), AR)} == {1.0}


def test_marks_around_a_stretch_are_read_and_other_blocks_are_not():
    double = Spans()
    SpacyTagger(double).tag(TEXT, words_of(TEXT, START), AR)
    assert double.read == [TEXT[START:]]


def test_long_blocks_are_cut_for_stanza():
    double = stanza_double()
    text = "سافر سامر النجّار إلى الواحة أمس. " * 200
    assert read(StanzaTagger(double), text, 0) == [("سامر النجّار", "PER"), ("الواحة", "LOC")] * 200
    assert len(double.read) > 1
    assert max(map(len, double.read)) <= 1510


def test_camel_reads_plain_words_and_marks_sentence_by_sentence():
    double = Camel()
    CamelTagger(double).tag("قال سامر النجّـار: نعم. مضى", words_of("قال سامر النجّـار: نعم. مضى"), AR)
    assert double.read == [["قال", "سامر", "النجار", ":", "نعم", "."], ["مضى"]]


def test_camel_leaves_out_what_its_tokenizer_does_not_see():
    double = Camel(tokenizer=lambda word: [] if word == "»" else [word])
    assert read(CamelTagger(double)) == NAMES
    assert all("»" not in sentence for sentence in double.read)


def test_pieces_are_joined_to_words():
    def label(text, piece, at):
        word = next(one for one in words_of(text) if piece[0] < one.end)
        kind = {"سامر": "B-PER", "النجّار": "I-PER", "الواحة": "B-LOC"}.get(word.text, "O")
        return kind if word.start <= piece[0] < word.start + 3 else "I-LOC"  # later pieces of a word do not count

    text = "سافر سامر النجّار إلى الواحة أمس"
    double = Encoder(label=label, score=math.nan)
    assert read(TransformersTagger(double), text, 0) == [("سامر النجّار", "PER"), ("الواحة", "LOC")]
    assert {one.score for one in TransformersTagger(double).tag(text, words_of(text), AR)} == {1.0}


def test_a_space_that_is_a_piece_is_the_first_of_its_word():
    text = "سافر سامر أمس"
    double = Encoder(label=lambda text, piece, at: "B-PER" if piece == (4, 5) else "O", spaces=True)
    assert read(TransformersTagger(double), text, 0) == [("سامر", "PER")]


def test_long_blocks_are_cut_below_what_the_model_reads():
    def label(text, piece, at):
        return "B-PER" if text[piece[0] : piece[1]] == "سام" else "O"

    double = Encoder(label=label)
    text = "سافر سامر إلى الواحة أمس. " * 60 + "س" * 400 + " سامر"
    assert read(TransformersTagger(double), text, 0) == [("سامر", "PER")] * 61
    assert len(double.read) > 10


# what goes wrong


def test_nothing_is_looked_up_by_a_name():
    for make in (SpacyTagger, StanzaTagger, TransformersTagger):
        with pytest.raises(LoadError, match=r"no folder 'no-such/model'.*not downloaded.*Hint:"):
            make("no-such/model")
        with pytest.raises(LoadError, match=r"int is neither a.* nor a path"):
            make(7)
    with pytest.raises(LoadError, match=r"str is no recogniser.*Hint:.*TransformersTagger"):
        CamelTagger("no-such/model")


@pytest.mark.parametrize(
    ("make", "module", "extra"),
    [
        (SpacyTagger, "spacy", "spacy"),
        (lambda path: StanzaTagger(path, language="ar"), "stanza", "stanza"),
        (TransformersTagger, "torch", "transformers"),
    ],
)
def test_a_missing_library_is_named_with_its_extra(make, module, extra, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"{module} is not installed\. Hint: pip install .riwaya\[{extra}\]"):
        make(tmp_path)


def test_pipelines_that_find_no_names():
    double = Spans()
    double.pipe_names = []
    with pytest.raises(LoadError, match="no component"):
        SpacyTagger(double)
    double = stanza_double()
    del double.processors["ner"]
    with pytest.raises(LoadError, match=r"no processor.*download_method=None"):
        StanzaTagger(double)
    double = Encoder()
    double.model.config.id2label = {0: "LABEL_0", 1: "LABEL_1"}
    with pytest.raises(LoadError, match=r"LABEL_0, LABEL_1.*Hint: .*labels="):
        TransformersTagger(double)
    assert TransformersTagger(double, labels={"LABEL_1": "PER"}).name == "transformers"
    double.is_fast = False
    with pytest.raises(LoadError, match="no offsets"):
        TransformersTagger(double)


def test_stanza_needs_a_language_with_a_folder(tmp_path):
    with pytest.raises(LoadError, match='Hint: say language="ar"'):
        StanzaTagger(tmp_path)


def test_stanza_without_offsets():
    double = stanza_double()
    gone = SimpleNamespace(ents=[SimpleNamespace(start_char=None, end_char=None, type="PER")])
    tagger = StanzaTagger(double)
    tagger._pipeline = lambda text: gone
    with pytest.raises(WorkbenchError, match="tokenize_pretokenized"):
        read(tagger)


def test_camel_that_does_not_label_every_word():
    with pytest.raises(WorkbenchError, match=r"gave \d+ labels to \d+ words"):
        read(CamelTagger(Camel(short=1)))


class Failing(Spans):
    def __call__(self, text):
        warnings.warn("a word of the library", DeprecationWarning, stacklevel=1)
        logging.getLogger("spacy.of.old").warning("a line of the library")
        if "الواحة" in text:
            raise KeyError("no vector\nfor it")
        return super().__call__(text)


def test_errors_of_the_library_are_said_in_our_words():
    with pytest.raises(WorkbenchError, match=r"spacy could not read \d+ characters.*KeyError: .*Hint:") as raised:
        read(SpacyTagger(Failing()))
    assert isinstance(raised.value.__cause__, KeyError)


def test_what_the_library_mutters_does_not_reach_the_reader(caplog):
    assert read(SpacyTagger(Failing()), "سافر سامر أمس", 0) == [("سامر", "PER")]
    assert not caplog.records


def test_the_import_loads_no_library():
    heavy = ("spacy", "stanza", "transformers", "torch", "camel_tools", "pandas", "numpy")
    code = f"import sys, workbench as wb; wb.taggers; print([one for one in {heavy!r} if one in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_entities_take_what_a_tagger_finds():
    found = wb.entities(corpus_of("وصل بنيامورو كاستالينو أمس إلى قريته."), tagger=False)
    assert "بنيامورو كاستالينو" not in set(found.mentions["text"])
    double = Camel()
    double.labels = lambda sentence: [{"بنيامورو": "B-PERS", "كاستالينو": "I-PERS"}.get(word, "O") for word in sentence]
    found = wb.entities(corpus_of("وصل بنيامورو كاستالينو أمس إلى قريته."), tagger=wb.taggers.CamelTagger(double))
    row = found.mentions.set_index("text").loc["بنيامورو كاستالينو"]
    assert (row["type"], row["rule"]) == ("PER", "tagger")


# the libraries themselves, where they are installed


def test_spacy_itself(tmp_path):
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("ar")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "PERSON", "pattern": "سامر النجّار"},
            {"label": "PERSON", "pattern": [{"TEXT": "النجّار"}]},
            {"label": "GPE", "pattern": "الواحة"},
            {"label": "ORG", "pattern": "رابطة الصيادين"},
            {"label": "NORP", "pattern": "آخر"},
        ]
    )
    assert read(SpacyTagger(nlp)) == NAMES
    nlp.to_disk(tmp_path / "saved")
    assert read(SpacyTagger(tmp_path / "saved")) == NAMES
    assert read(SpacyTagger(str(tmp_path / "saved")), "تحدّث سامر النجّار في الواحة", 0) == NAMES[:2]
    nlp.max_length = 60
    assert read(SpacyTagger(nlp)) == NAMES
    with pytest.raises(LoadError, match="no component"):
        SpacyTagger(spacy.blank("ar"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(LoadError, match=r"no spaCy pipeline in .*Hint:") as raised:
        SpacyTagger(tmp_path / "empty")
    assert raised.value.__cause__ is not None


def saved_model(folder, *, positions: int = 40):
    """A small BERT whose weights are set so that each piece has a label of its own, written to a folder."""
    tokenizers = pytest.importorskip("tokenizers")
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    labels = ["O", "B-PERS", "I-PERS", "B-LOC", "I-MISC", "B-ORG", "I-ORG"]
    said = {"سامر": 1, "النج": 2, "الوا": 3, "رابطة": 5, "الصيادين": 6, "##حة": 4, "##ّار": 5}
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *said, "قال", "إلى", ".", "«", "»", "،"]
    raw = tokenizers.Tokenizer(
        tokenizers.models.WordPiece({piece: at for at, piece in enumerate(pieces)}, unk_token="[UNK]")
    )
    raw.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    raw.post_processor = tokenizers.processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    special = {"unk_token": "[UNK]", "pad_token": "[PAD]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    transformers.PreTrainedTokenizerFast(tokenizer_object=raw, **special).save_pretrained(folder)
    config = transformers.BertConfig(
        vocab_size=len(pieces), hidden_size=8, num_hidden_layers=1, num_attention_heads=1, intermediate_size=8,
        max_position_embeddings=positions, id2label=dict(enumerate(labels)),
        label2id={label: at for at, label in enumerate(labels)},
    )  # fmt: skip
    model = transformers.BertForTokenClassification(config)
    with torch.no_grad():
        for name, weight in model.named_parameters():
            weight.fill_(1.0 if "LayerNorm.weight" in name else 0.0)
        for at, piece in enumerate(pieces):
            model.bert.embeddings.word_embeddings.weight[at, said.get(piece, 0)] = 9.0
        model.classifier.weight.copy_(torch.eye(len(labels), 8))
    model.save_pretrained(folder)
    return model


@pytest.fixture
def model(tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the library, while it is written
        saved_model(tmp_path)
    return tmp_path


def test_transformers_itself(model, capfd):
    tagger = TransformersTagger(model)
    assert isinstance(tagger, Tagger)
    text = "قال «سامر النجّار»، إلى الواحة. قال رابطة الصيادين."
    assert read(tagger, text, 0) == [NAMES[0], NAMES[1], NAMES[3]]
    scores = [one.score for one in tagger.tag(text, words_of(text), AR)]
    assert all(0.3 < one < 1 for one in scores)
    assert read(tagger, text * 30, 0) == [NAMES[0], NAMES[1], NAMES[3]] * 30
    assert read(tagger, f"{'x' * 300} {text}", 0) == [NAMES[0], NAMES[1], NAMES[3]]
    assert read(tagger, "س" * 50 + "الوا" * 60, 0) == []
    told = capfd.readouterr()
    assert (told.out, told.err) == ("", "")


def test_transformers_with_a_loaded_pipeline(model):
    transformers = pytest.importorskip("transformers")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        own = transformers.pipeline(
            "token-classification", model=str(model), tokenizer=str(model), aggregation_strategy="simple"
        )
    assert read(TransformersTagger(own), "قال سامر النجّار إلى الواحة", 0) == NAMES[:2]


def test_a_model_that_was_not_trained_to_label_is_refused(model):
    transformers = pytest.importorskip("transformers")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        plain = transformers.BertForTokenClassification.from_pretrained(model).bert
        plain.save_pretrained(model)
    with pytest.raises(LoadError, match=r"lacks weights \(classifier"):
        TransformersTagger(model)


def test_a_folder_without_a_model_is_refused(tmp_path):
    pytest.importorskip("torch")
    pytest.importorskip("transformers")
    with pytest.raises(LoadError, match=r"no token classification model in .*Hint: give the folder"):
        TransformersTagger(tmp_path)
