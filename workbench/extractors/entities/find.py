"""Candidates for mentions in one article: names after titles, names by given name, gazetteer, bodies, roles.

Each candidate carries the rule that found it. Candidates are not yet entities: ``resolve.py`` decides who is who.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbench.corpus import Article, Block
from workbench.extractors.entities.bodies import SKIPPED, BodyFinder
from workbench.extractors.entities.candidate import Candidate, Role
from workbench.extractors.entities.combine import Combiner
from workbench.extractors.entities.lexicon import Title, lexicon
from workbench.extractors.entities.names import Name, NameReader
from workbench.extractors.entities.tagging.protocol import Tagger
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import Hit, adjacent, peelings, unfolded
from workbench.text.spans import Spans
from workbench.text.tokens import Token, tokens

__all__ = ["candidates"]

ROLE_REACH = 9  # the most tokens between a title and its name


def candidates(article: Article, tagger: Tagger | None = None) -> list[Candidate]:
    """The candidates of an article's content, in order of their place."""
    language = pack(article.language)
    blocks = [(block, tokens(article.text, language, start=block.start, end=block.end)) for block in article.content]
    known = frozenset(word.folded for _, words in blocks for word in words) if tagger else frozenset()
    found: list[Candidate] = []
    for block, words in blocks:
        finder = _Finder(article, block, words, language)
        own = finder.all()
        if tagger is not None and words:
            said = tagger.tag(article.text, words, language)
            own = Combiner(article.id, finder.names, known).joined(list(own), said)
        found.extend(own)
    return sorted(found, key=lambda c: (c.start, c.end))


class _Finder:
    """The candidates of one block."""

    def __init__(self, article: Article, block: Block, words: list[Token], language: LanguagePack) -> None:
        self.article = article
        self.block = block
        self.text = article.text
        self.words = words
        self.language = language
        self.lexicon = lexicon(language)
        self.names = NameReader(article.text, words, language)
        self.found = BodyFinder(article, block, words, language)

    def all(self) -> Iterator[Candidate]:
        people = list(self._people())
        yield from people
        names = [(person.start, person.end) for person in people if person.parts]
        phrases = Spans((person.phrase_start, person.phrase_end) for person in people)
        marks = list(self.found.marked_names())
        bodies = [*marks, *(body for body in self.found.bodies() if not phrases.meets(body.start, body.end))]
        yield from bodies
        taken = Spans([*names, *((body.start, body.end) for body in bodies)])
        yield from (place for place in self.found.gazetted() if not taken.meets(place.start, place.end))

    # people

    def _people(self) -> Iterator[Candidate]:
        index = 0
        while index < len(self.words):
            found = self._titled(index) or self._given(index)
            if found is None:
                index += 1
                continue
            yield found
            while index < len(self.words) and self.words[index].start < found.phrase_end:
                index += 1

    def _titled(self, index: int) -> Candidate | None:
        """A title, what belongs to it, and the name it announces; or the role alone."""
        hit = self.lexicon.titles.at(index, self.words, self.text)
        if hit is None or self._lower(hit):
            return None
        role, after = self._role(hit)
        begin = hit.start
        owner = self.found.owner_before(hit.first)
        if owner is not None:
            begin, of = owner
            role = replace(role, of=role.of or of)
        name = self._name_after(hit, after, role)
        if name is None:
            if not role.of and not role.office:
                return None
            end = self.words[after - 1].end
            return Candidate(self.article.id, begin, end, "PER", "role", begin, end, role=role)
        start, end = self.words[name.first].start, self._end(name.last)
        sure = name.given or (name.known and len(name.parts) > 1)
        if not sure and hit.value.kind == "role" and role.of:
            sure = len(name.parts) > 1 or not self.names.definite(name.parts[0])
        if not sure and not self.names.definite(name.parts[0]):
            sure = self.names.spoken(hit.first, name.last, marks=':،,«"“')
        found = Candidate(self.article.id, start, end, "PER", "title", begin, end, name.parts, role=role, sure=sure)
        return replace(found, role_end=self.words[after - 1].end)

    def _lower(self, hit: Hit[Title]) -> bool:
        """A common noun that merely looks like a title: no capital where the script has them, no name follows."""
        if not self.language.capitals or self.words[hit.first].text[:1].isupper():
            return False
        following = hit.last + 1
        return following >= len(self.words) or not self.words[following].text[:1].isupper()

    def _role(self, hit: Hit[Title]) -> tuple[Role, int]:
        """The role that a title begins, and the token after what belongs to it."""
        office = of = ""
        title = hit.value.title
        index = hit.last + 1
        while index < len(self.words) and adjacent(self.text, self.words[index - 1], self.words[index]):
            step = self._belongs(index, hit.value)
            if step is None:
                break
            kind, value, last = step
            office = office or (value if kind == "office" else "")
            of = of or (value if kind == "of" else "")
            index = last + 1
        return Role(title, office, of), index

    def _belongs(self, index: int, title: Title) -> tuple[str, str, int] | None:
        """What a token adds to the title before it: an office, the place or body it is of, a further title."""
        look = (index, self.words, self.text)
        office = self.lexicon.offices.at(*look)
        if office and "office" in title.of:
            return "office", office.value, office.last
        demonym = self.lexicon.demonyms.at(*look, peel=False)
        if demonym:
            return "of", demonym.value, demonym.last
        place = self.lexicon.gazetteer.at(*look)
        if place and self.words[index].folded not in self.lexicon.given:
            return "of", place.value.of if place.value.type == "LOC" else place.value.name, place.last
        further = self.lexicon.titles.at(*look, peel=False)
        if further:
            return "title", further.value.title, further.last
        return None

    def _name_after(self, hit: Hit[Title], after: int, role: Role) -> Name | None:
        """The name behind a title: at once, or behind a few words that end at a known given name."""
        if after >= len(self.words) or not adjacent(self.text, self.words[after - 1], self.words[after]):
            return None
        name = self.names.at(after, titled=True)
        if name is not None and (name.known or not self.names.definite(name.parts[0])):
            return name
        skipped = after
        while skipped < min(after + SKIPPED, hit.first + ROLE_REACH, len(self.words) - 1):
            if not adjacent(self.text, self.words[skipped], self.words[skipped + 1]):
                break
            skipped += 1
            if self.words[skipped].folded in self.lexicon.given and (later := self.names.at(skipped)):
                between = self.words[after:skipped]
                return later if len(later.parts) > 1 and self._adjectives(between) else name
        return name if role.of or role.office or hit.value.kind != "role" else None

    def _adjectives(self, between: list[Token]) -> bool:
        """Whether words between a title and a name only describe it: no verb and no word that ends a name."""
        lexicon = self.lexicon
        plain = lexicon.links | lexicon.party_heads
        return all(word.folded not in lexicon.stops or word.folded in plain for word in between)

    def _given(self, index: int) -> Candidate | None:
        """A name that begins with a known given name and has at least one more part."""
        word = self.words[index]
        for peeling in self._cores(word):
            name = self.names.at(index, core=peeling[1])
            if name is None or not (self._kunya(name) or (name.given and len(name.parts) > 1)):
                continue
            kind, _ = self.names.kind(index, peeling[1])
            if kind == "ambiguous" and not self._supported(name):
                continue
            start = unfolded(word, peeling[0], self.language)
            end = self._end(name.last)
            return Candidate(self.article.id, start, end, "PER", "given name", start, end, name.parts)
        return None

    def _kunya(self, name: Name) -> bool:
        """Whether a name begins with a particle and a known given name: ``أبو مازن``, ``أبو جميل زيان``."""
        words = name.parts[0].split(" ")
        known = self.lexicon.given | self.lexicon.given_ambiguous
        return len(words) > 1 and words[0] in self.lexicon.particles and words[-1] in known

    def _supported(self, name: Name) -> bool:
        """Whether a name that begins with an ordinary word has a second part that only names have."""
        kinds = {self.names.kind(index, self.words[index].folded)[0] for index in range(name.first + 1, name.last + 1)}
        nisba = "definite" in kinds and self.names.nisba(name.parts[-1])
        return nisba or bool(kinds & {"given", "surname", "joined"}) or self.language.capitals

    def _cores(self, word: Token) -> list[tuple[int, str]]:
        """The readings of a word that may begin a name: as it stands, or without what is attached to it."""
        if word.folded in self.lexicon.given:
            return [(0, word.folded)]
        known = self.lexicon.beginnings
        return [(p.front, p.core) for p in peelings(word.folded, self.language) if p.core in known and not p.back]

    def _end(self, last: int) -> int:
        """Where a name ends that ends at a token: before a possessive ending."""
        word = self.words[last]
        backs = [peeling.back for peeling in peelings(word.folded, self.language) if peeling.back]
        return word.end - (backs[0] if backs else 0)
