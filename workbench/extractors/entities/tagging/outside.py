"""Taggers of other projects: ``wb.entities(corpus, tagger=wb.taggers.SpacyTagger(nlp))``.

The weights are yours: give a pipeline that you have loaded, or the path of its folder on this machine. Nothing is ever
downloaded. Each tagger takes ``labels``, which says what labels mean that no common scheme has (``{"POLITICIAN":
"PER", "VESSEL": ""}``); people, places (countries and buildings too) and organisations of the common schemes are known,
and a label that is not is left out and told once. Names are widened to whole words; blocks that are longer than a model
reads at once are cut at the ends of sentences. What lists and rules find is joined with what a tagger finds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from unicodedata import category

from workbench.errors import LoadError, WorkbenchError
from workbench.extractors.entities.tagging.labels import Labelled, Labels, sure
from workbench.extractors.entities.tagging.libraries import folder, library, quiet, translated
from workbench.extractors.entities.tagging.protocol import Tagged
from workbench.extractors.entities.tagging.stretches import (
    AROUND,
    Unit,
    extent,
    lengths,
    on_words,
    parted,
    stretches,
    units,
)
from workbench.languages.pack import LanguagePack
from workbench.text.tokens import Token

__all__ = ["CamelTagger", "SpacyTagger", "StanzaTagger", "TransformersTagger"]

CHARACTERS = 1500
"""Characters that stanza is given at once: models within it that read a sentence whole stop at some 512 pieces."""
PIECES = 512
"""The most pieces of words that an encoder is given at once, whatever it says of itself."""
SPARE = 4
"""Pieces left free, since a word at the beginning of a stretch may fall into other pieces than within the text."""
CAMEL_PIECES = 254
"""The pieces that CAMeL Tools itself reads at once (256 with the two that mark a sentence); it cuts what is longer."""
TATWEEL = "\u0640"


class _Outside:
    """What the taggers of other projects share."""

    name: str
    loggers: tuple[str, ...] = ()
    joined = True

    def __init__(self, labels: Mapping[str, str] | None) -> None:
        self._labels = Labels(self.name, labels)

    def tag(self, text: str, words: Sequence[Token], language: LanguagePack) -> list[Tagged]:
        """The names among the words of one block, in order and apart; see :class:`Tagger`.

        Raises
        ------
        WorkbenchError: the library stopped with an error, which is its cause.
        """
        if not words:
            return []
        failed = f"{self.name} could not read {words[-1].end - words[0].start} characters from {words[0].start} on"
        hint = "try the pipeline by itself on text[start:end] of that block."
        with quiet(*self.loggers), translated(failed, hint=hint):
            costs = self._costs(text, words)
            parts = parted(text, words, language)
            runs = list(stretches(text, parts, costs, room=self._room(), joined=self.joined))
            said = [list(self._said(text, run)) for run in runs]
        return [
            one for run, row in zip(runs, said, strict=True) for one in on_words(text, run, self._spans(text, run, row))
        ]

    def _room(self) -> int:
        raise NotImplementedError

    def _costs(self, text: str, words: Sequence[Token]) -> list[int]:  # noqa: ARG002
        return lengths(words)

    def _said(self, text: str, words: Sequence[Token]) -> Iterable[Labelled]:
        """What the library says of one stretch, offsets counted in the whole text."""
        raise NotImplementedError

    def _spans(self, text: str, words: Sequence[Token], said: Sequence[Labelled]) -> Iterator[Tagged]:  # noqa: ARG002
        for one in said:
            kind = self._labels.kind(one.label)
            if kind is not None:
                yield Tagged(one.start, one.end, kind, sure(one.score))


class SpacyTagger(_Outside):
    """Names that a spaCy pipeline finds.

    Parameters
    ----------
    pipeline: a loaded pipeline (``spacy.load("en_core_web_sm")``), or the path of the folder of one.
    labels: types of labels that no common scheme has.

    Raises
    ------
    LoadError: there is no such folder, it is no pipeline, or the pipeline has no component.
    MissingExtraError: a path is given and spaCy is not installed.

    spaCy: Honnibal and Montani, MIT licence. It gives no scores: all are 1.
    """

    name = "spacy"
    loggers = ("spacy",)

    def __init__(self, pipeline: Any, *, labels: Mapping[str, str] | None = None) -> None:
        super().__init__(labels)
        if not (hasattr(pipeline, "pipe_names") and callable(pipeline)):
            hint = 'load it yourself and give what is loaded: SpacyTagger(spacy.load("en_core_web_sm")).'
            path = folder(pipeline, takes="a spaCy pipeline", hint=hint)
            spacy = library("spacy", extra="spacy")
            with quiet(*self.loggers), translated(f"no spaCy pipeline in {str(path)!r}", hint=hint, kind=LoadError):
                pipeline = spacy.load(path)
        if not pipeline.pipe_names:
            raise LoadError(
                "the spaCy pipeline has no component that finds names.", hint="load one that has `ner` among them."
            )
        self._pipeline = pipeline

    def _room(self) -> int:
        return max(int(getattr(self._pipeline, "max_length", 1_000_000)) - AROUND, 1)

    def _said(self, text: str, words: Sequence[Token]) -> Iterator[Labelled]:
        start, end = extent(text, words)
        for one in self._pipeline(text[start:end]).ents:
            yield Labelled(start + one.start_char, start + one.end_char, one.label_, 1.0)


class StanzaTagger(_Outside):
    """Names that a Stanza pipeline finds.

    Parameters
    ----------
    pipeline: a loaded pipeline with the processor ``ner``, or the path of the folder that ``stanza.download`` filled
        (the one that holds ``resources.json``).
    language: the code of the language whose models are loaded; needed with a path only.
    labels: types of labels that no common scheme has.

    Raises
    ------
    LoadError: there is no such folder, or its models find no names.
    MissingExtraError: a path is given and Stanza is not installed.

    Stanza: Qi, Zhang, Zhang, Bolton and Manning 2020, Apache licence 2.0. It gives no scores: all are 1.
    """

    name = "stanza"
    loggers = ("stanza", "transformers", "huggingface_hub")

    def __init__(self, pipeline: Any, *, language: str = "", labels: Mapping[str, str] | None = None) -> None:
        super().__init__(labels)
        if not (hasattr(pipeline, "processors") and callable(pipeline)):
            pipeline = self._loaded(pipeline, language)
        if "ner" not in pipeline.processors:
            raise LoadError(
                "the Stanza pipeline has no processor that finds names.",
                hint='stanza.Pipeline("ar", processors="tokenize,mwt,ner", download_method=None).',
            )
        self._pipeline = pipeline

    def _loaded(self, given: object, language: str) -> Any:
        hint = 'stanza.download("ar") once, on a machine with a network; then StanzaTagger(its folder, language="ar").'
        path = folder(given, takes="a Stanza pipeline", hint=hint)
        if not language:
            raise LoadError(f"the folder {str(path)!r} may hold several languages.", hint='say language="ar".')
        stanza = library("stanza", extra="stanza")
        with quiet(*self.loggers), translated(f"no Stanza models in {str(path)!r}", hint=hint, kind=LoadError):
            return stanza.Pipeline(
                language,
                dir=str(path),
                processors="tokenize,ner",  # Stanza adds what splits words, in languages that need it
                download_method=None,
                verbose=False,
                logging_level="CRITICAL",
            )

    def _room(self) -> int:
        return CHARACTERS

    def _said(self, text: str, words: Sequence[Token]) -> Iterator[Labelled]:
        start, end = extent(text, words)
        for one in self._pipeline(text[start:end]).ents:
            if one.start_char is None or one.end_char is None:
                raise WorkbenchError(
                    "the Stanza pipeline gives no offsets.", hint="load it without tokenize_pretokenized."
                )
            yield Labelled(start + one.start_char, start + one.end_char, one.type, 1.0)


class TransformersTagger(_Outside):
    """Names that a token classification model of Hugging Face Transformers finds.

    Parameters
    ----------
    pipeline: a loaded pipeline (``transformers.pipeline("token-classification", model=..., tokenizer=...)``), or the
        path of a folder that holds a model and its tokenizer.
    labels: types of labels that no common scheme has.

    Raises
    ------
    LoadError: there is no such folder, its model was not trained to label words, none of its labels is known, or its
        tokenizer gives no offsets.
    MissingExtraError: a path is given and Transformers or PyTorch is not installed.

    A word has the label of its first piece, as in training (Devlin et al. 2019); the score of a name is the least of
    its words. Transformers: Wolf et al. 2020, Apache licence 2.0.
    """

    name = "transformers"
    loggers = ("transformers", "huggingface_hub")

    def __init__(self, pipeline: Any, *, labels: Mapping[str, str] | None = None) -> None:
        super().__init__(labels)
        if not (hasattr(pipeline, "tokenizer") and hasattr(pipeline, "model") and callable(pipeline)):
            pipeline = self._loaded(pipeline)
        if not getattr(pipeline.tokenizer, "is_fast", False):
            raise LoadError("the tokenizer gives no offsets.", hint="load a fast one: AutoTokenizer, use_fast=True.")
        known = dict(getattr(pipeline.model.config, "id2label", None) or {}).values()
        if not self._labels.knows(known):
            raise LoadError(
                f"the model's labels ({', '.join(sorted(known)[:5]) or 'none'}) name no people, places or bodies.",
                hint='say what they mean: TransformersTagger(..., labels={"LABEL_1": "PER"}).',
            )
        self._pipeline = pipeline

    def _loaded(self, given: object) -> Any:
        hint = "give the folder that save_pretrained() wrote for the model and for its tokenizer, or a loaded pipeline."
        path = folder(given, takes="a token classification pipeline", hint=hint)
        library("torch", extra="transformers")
        made = library("transformers", extra="transformers")
        bars = made.utils.logging.is_progress_bar_enabled()
        made.utils.logging.disable_progress_bar()
        failed = f"no token classification model in {str(path)!r}"
        try:
            with quiet(*self.loggers), translated(failed, hint=hint, kind=LoadError):
                model, news = made.AutoModelForTokenClassification.from_pretrained(
                    path, local_files_only=True, output_loading_info=True
                )
                tokenizer = made.AutoTokenizer.from_pretrained(path, local_files_only=True)
                pipeline = made.pipeline("token-classification", model=model, tokenizer=tokenizer)
        finally:
            if bars:
                made.utils.logging.enable_progress_bar()
        if news["missing_keys"]:
            raise LoadError(
                f"the model in {str(path)!r} lacks weights ({', '.join(sorted(news['missing_keys'])[:3])}): what it "
                "says would be chance.",
                hint="give a model that was trained to find names, not the plain one that it was made from.",
            )
        return pipeline

    def _room(self) -> int:
        tokenizer, config = self._pipeline.tokenizer, self._pipeline.model.config
        most = min(int(tokenizer.model_max_length), PIECES)
        positions = getattr(config, "max_position_embeddings", None)
        if isinstance(positions, int) and positions > 0:
            most = min(most, positions - 2)  # RoBERTa and its kin count positions from 2 on
        return max(most - int(tokenizer.num_special_tokens_to_add()) - SPARE, 1)

    def _costs(self, text: str, words: Sequence[Token]) -> list[int]:
        begin, end = extent(text, words)
        pieces = self._pipeline.tokenizer(text[begin:end], add_special_tokens=False, return_offsets_mapping=True)
        ends = [word.end - begin for word in words]
        costs = [0] * len(words)
        for start, _ in pieces["offset_mapping"]:
            costs[min(bisect_right(ends, start), len(words) - 1)] += 1
        return costs

    def _said(self, text: str, words: Sequence[Token]) -> list[Labelled]:
        begin, end = extent(text, words)
        pieces = self._pipeline(text[begin:end], aggregation_strategy="none", ignore_labels=[])
        return [
            Labelled(begin + int(one["start"]), begin + int(one["end"]), str(one["entity"]), float(one["score"]))
            for one in pieces
        ]

    def _spans(self, text: str, words: Sequence[Token], said: Sequence[Labelled]) -> Iterator[Tagged]:
        return self._labels.spans(_whole(text, words, said))


class CamelTagger(_Outside):
    """Names that CAMeL Tools finds, in Arabic.

    Parameters
    ----------
    ner: a loaded recogniser: ``camel_tools.ner.NERecognizer(folder)`` or ``NERecognizer.pretrained()``. A path is not
        taken, since CAMeL Tools asks the network for its catalogue as soon as it is imported and has none yet; a folder
        that holds its model can be read without it, by `TransformersTagger`.
    labels: types of labels that no common scheme has.

    Raises
    ------
    LoadError: it is no recogniser.

    It reads sentence by sentence, words without their vowels and marks apart, as in the corpus that its model was
    trained on. CAMeL Tools: Obeid et al. 2020, MIT licence. It gives no scores: all are 1.
    """

    name = "camel"
    loggers = ("transformers",)
    joined = False

    def __init__(self, ner: Any, *, labels: Mapping[str, str] | None = None) -> None:
        super().__init__(labels)
        if not callable(getattr(ner, "predict", None)):
            raise LoadError(
                f"{type(ner).__name__} is no recogniser of CAMeL Tools.",
                hint='pip install "riwaya[camel]", then CamelTagger(camel_tools.ner.NERecognizer(folder)); '
                "for a folder alone, TransformersTagger(folder).",
            )
        self._ner = ner
        self._pieces: dict[str, int] = {}

    def _room(self) -> int:
        return CAMEL_PIECES

    def _costs(self, text: str, words: Sequence[Token]) -> list[int]:
        ends = [word.end for word in words]
        costs = [0] * len(words)
        for one in units(text, words):
            costs[min(bisect_right(ends, one.start), len(words) - 1)] += self._cost(_plain(one.text))
        return costs

    def _cost(self, word: str) -> int:
        """The pieces that a word falls into; none where CAMeL Tools leaves it out and gives it no label."""
        tokenizer = getattr(self._ner, "tokenizer", None)
        if word not in self._pieces:
            self._pieces[word] = len(tokenizer.tokenize(word)) if tokenizer is not None else max(len(word) // 2, 1)
        return self._pieces[word]

    def _said(self, text: str, words: Sequence[Token]) -> list[Labelled]:
        read: list[Unit] = [one for one in units(text, words) if self._cost(_plain(one.text))]
        if not read:
            return []
        (said,) = self._ner.predict([[_plain(one.text) for one in read]])
        if len(said) != len(read):
            raise WorkbenchError(
                f"CAMeL Tools gave {len(said)} labels to {len(read)} words.",
                hint="a recogniser that is given words must label each of them.",
            )
        return [Labelled(one.start, one.end, str(label), 1.0) for one, label in zip(read, said, strict=True)]

    def _spans(self, text: str, words: Sequence[Token], said: Sequence[Labelled]) -> Iterator[Tagged]:  # noqa: ARG002
        return self._labels.spans(said)


def _plain(word: str) -> str:
    """A word without vowels, tatweel and what is not seen."""
    kept = "".join(one for one in word if one != TATWEEL and category(one) not in ("Mn", "Cf"))
    return kept or word


def _whole(text: str, words: Sequence[Token], pieces: Sequence[Labelled]) -> Iterator[Labelled]:
    """The pieces of a text joined to words, each with the label of its first piece; marks stand by themselves."""
    ends = [word.end for word in words]
    last = -1
    space: Labelled | None = None
    for piece in pieces:
        if not text[piece.start : piece.end].strip():  # a piece of its own for the space before a word is its first
            space = piece
            continue
        first, space = (space if space is not None and space.label != "O" else piece), None
        at = bisect_right(ends, piece.start)
        if at < len(words) and words[at].start < piece.end:
            if at != last:
                yield Labelled(words[at].start, words[at].end, first.label, first.score)
            last = at
        else:
            yield Labelled(piece.start, piece.end, first.label, first.score)
