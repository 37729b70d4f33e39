"""Candidates for mentions in one article: names after titles, names by given name, gazetteer, bodies, roles.

Each candidate carries the rule that found it. Candidates are not yet entities: ``resolve.py`` decides who is who.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbench.corpus import Article, Block
from workbench.extractors.entities.acronyms import abbreviated
from workbench.extractors.entities.aloneagain import alone_again
from workbench.extractors.entities.beside import (
    addressed,
    apposed,
    attached,
    before_name,
    begins_places,
    behind_body,
    behind_place,
    between_commas,
    borne_first,
    called_so,
    led_body,
    of_body,
    readings,
    seated,
    spelled_apart,
    spelled_as_place,
    supported,
    titular,
    undescribed,
)
from workbench.extractors.entities.bodies import SKIPPED, BodyFinder
from workbench.extractors.entities.candidate import Candidate, Role
from workbench.extractors.entities.combine import Combiner
from workbench.extractors.entities.datelines import dateline_places
from workbench.extractors.entities.headalone import heads_alone
from workbench.extractors.entities.introduced import introduced
from workbench.extractors.entities.kinds import LISTED
from workbench.extractors.entities.lexicon import Title, lexicon
from workbench.extractors.entities.listed import ends_listed, of_thing
from workbench.extractors.entities.names import Name, NameReader
from workbench.extractors.entities.onlynames import withheld
from workbench.extractors.entities.overlapping import belonging, within
from workbench.extractors.entities.ownedtitles import owned_title, unless_owner
from workbench.extractors.entities.repeated import repeated
from workbench.extractors.entities.rows import in_row
from workbench.extractors.entities.sayers import beside_saying, may_say, subject_of_saying
from workbench.extractors.entities.shapes import Page, Shapes, headed, headline
from workbench.extractors.entities.tagging.protocol import Tagger
from workbench.extractors.entities.tidying import placed, tidied
from workbench.extractors.entities.trading import companies
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import Hit, adjacent, peelings, unfolded
from workbench.text.spans import Placed, Spans
from workbench.text.tokens import Token, tokens

__all__ = ["candidates"]

FOREIGN = 4  # the least grade of a word that may be a foreign name (see `Likeness`)
ROLE_REACH = 9  # the most tokens between a title and its name


def candidates(article: Article, tagger: Tagger | None = None) -> list[Candidate]:
    """The candidates of an article's content, in order of their place."""
    language = pack(article.language)
    blocks = [(block, tokens(article.text, language, start=block.start, end=block.end)) for block in article.content]
    known = frozenset(word.folded for _, words in blocks for word in words) if tagger else frozenset()
    page = Page()
    finders = [_Finder(article, block, words, language, page) for block, words in blocks]
    if language.capitals:
        for finder in finders:
            page.read(finder.names)
    found: list[Candidate] = []
    for finder in sorted(finders, key=lambda one: one.listed):
        own = list(finder.all())
        if tagger is not None and finder.words:
            said = tagger.tag(article.text, finder.words, language)
            own = tidied(own, list(Combiner(article.id, finder.names, known).joined(own, said)), finder.names)
        page.lasts.update(one.parts[-1] for one in own if one.parts)
        found.extend(own)
    found = placed(article.text, found, language)
    words = [own for _, own in blocks]
    found.extend(abbreviated(article.id, article.text, words, found, language))
    dated = list(dateline_places(article, language))  # outside the content: they only tell what is a place in it
    found.extend(repeated(article.text, words, [*found, *dated], language))
    found.extend(heads_alone(article.id, article.text, words, found, language))
    found = companies(article.id, article.text, words, found, language)
    found = alone_again(article.id, article.text, words, found, language)
    return sorted(found, key=lambda c: (c.start, c.end))


class _Finder:
    """The candidates of one block."""

    def __init__(self, article: Article, block: Block, words: list[Token], language: LanguagePack, page: Page) -> None:
        self.article = article
        self.block = block
        self.text = article.text
        self.words = words
        self.language = language
        self.lexicon = lexicon(language)
        self.names = NameReader(article.text, words, language)
        self.found = BodyFinder(article, block, words, language)
        self.bodies: list[Candidate] = []
        self.listed = self.names.shouting or headline(block, words, language)
        self.shapes = Shapes(self.names, page, listed=self.listed)

    def all(self) -> Iterator[Candidate]:
        """Bodies that a head names come first, then the people outside of them, then what the gazetteer lists."""
        marks, bodies = list(self.found.marked_names()), list(self.found.bodies())
        self.bodies = bodies
        placed = Placed(((body.start, body.end), body) for body in (*marks, *bodies))
        found = list(self._people())
        people = [person for person in found if not within(person, placed.meeting(person.start, person.end))]
        yield from people
        phrases = Placed(((min(one.start, one.phrase_start), max(one.end, one.phrase_end)), one) for one in people)
        bodies = [*marks, *(body for body in bodies if not belonging(body, phrases.meeting(body.start, body.end)))]
        yield from bodies
        names = [(person.start, person.end) for person in people if person.parts]
        taken = Spans([*names, *self.shapes.things, *((body.start, body.end) for body in bodies)])
        yield from (place for place in self.found.gazetted() if not taken.meets(place.start, place.end))

    # people

    def _people(self) -> Iterator[Candidate]:
        index = 0
        while index < len(self.words):
            found = self._titled(index) or self._named(index)
            if found is None:
                index += 1
                continue
            yield found
            while index < len(self.words) and self.words[index].start < found.phrase_end:
                index += 1
            yield from in_row(self.names, found, index - 1)
            self.shapes.previous = index - 1 if found.parts and found.sure else -1

    def _titled(self, index: int) -> Candidate | None:
        """A title, what belongs to it, and the name it announces; or the role alone."""
        hit = self.lexicon.titles.at(index, self.words, self.text)
        if hit is None or spelled_apart(self.names, hit):
            hit = owned_title(self.names, index)
        if hit is None or withheld(self.words, hit.first, self.language):
            return None
        if self._lower(hit) or self._begins_place(hit) or titular(self.names, hit):
            return None
        role, after = self._role(hit)
        begin = hit.start
        owner = self.found.owner_before(hit.first)
        if owner is not None:
            begin, of = owner
            role = replace(role, of=role.of or of)
        name = self._name_after(hit, after, role) or between_commas(self.names, hit, after)
        if name is None or (not (role.of or role.office) and self.names.plain_noun(hit, name)):
            if not role.of and not role.office:
                return None
            end = self.words[after - 1].end
            return Candidate(self.article.id, begin, end, "PER", "role", begin, end, role=role)
        start, end = self.words[name.first].start, self._end(name.last)
        if of_body(self.names, hit, name):
            return Candidate(self.article.id, start, end, "ORG", "title", start, end, name=self.text[start:end])
        found = Candidate(self.article.id, start, end, "PER", "title", begin, end, name.parts, role=role)
        return replace(found, role_end=self.words[after - 1].end, sure=self._sure(hit, role, name))

    def _begins_place(self, hit: Hit[Title]) -> bool:
        """Whether a title only begins a place's name (``Saint Petersburg``)."""
        if not self.language.capitals or hit.value.kind == "role" or hit.last + 1 >= len(self.words):
            return False
        place = self.lexicon.gazetteer.at(hit.first, self.words, self.text)
        folded = [word.folded for word in self.words[hit.first : hit.last + 2]]
        gathered = self.names.gathered.places_at(0, folded)
        known = place is not None and place.last > hit.last
        return known or (gathered is not None and gathered[0] == len(folded) and not gathered[1].ambiguous)

    def _sure(self, hit: Hit[Title], role: Role, name: Name) -> bool:
        """Whether a name behind a title needs no support from elsewhere."""
        if hit.value.kind == "honorific" and len(name.parts) == 1 and begins_places(self.names, hit):
            return False
        if name.given or (name.known and len(name.parts) > 1) or self._kunya(name):
            return True
        if self.language.capitals:
            return True
        if len(name.parts) > 1 and all(self.names.grade(part) >= FOREIGN for part in name.parts):
            return True
        if len(name.parts) == 1 and borne_first(self.names, name.parts[0]):
            return True
        definite = self.names.definite(name.parts[0])
        if hit.value.kind == "role" and role.of and (len(name.parts) > 1 or not definite):
            return True
        return not definite and self.names.spoken(hit.first, name.last, marks=':،,«"“')

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
        last = led_body(self.found.heads, self.names, hit)
        if last > hit.last:
            return Role(title, office, of), last + 1
        index = hit.last + 1
        while index < len(self.words) and adjacent(self.text, self.words[index - 1], self.words[index]):
            step = None if of and self._borne(index) else self._belongs(index, hit.value)
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
        whole = self.lexicon.heads.at(*look, peel=False)
        if whole and title.kind == "role" and whole.value.kind == "org" and before_name(self.names, whole):
            return "body", "", whole.last
        further = self.lexicon.titles.at(*look, peel=False)
        if further and not (further.first == further.last and self._borne(index)):
            return "title", further.value.title, further.last
        return self._unlisted_owner(index)

    def _borne(self, index: int) -> bool:
        """Whether a title is a given name here: another name follows it (``وزير الثقافة [عماد] حمدي``)."""
        if self.language.capitals or self.words[index].folded not in self.lexicon.given_ambiguous:
            return False
        name = self.names.at(index)
        return name is not None and len(name.parts) > 1

    def _unlisted_owner(self, index: int) -> tuple[str, str, int] | None:
        """An adjective of a place that no list knows, told by the name that follows it (``القرطاني هيثم التميمي``)."""
        word = self.words[index]
        if not self.names.definite(word.folded) or not self.names.nisba(word.folded) or index + 1 == len(self.words):
            return None
        kind = self.names.kind(index, word.folded)[0]
        if kind != "definite" or not self.names.near(index):
            return None
        following = self.names.at(index + 1)
        if following is None or not (len(following.parts) > 1 or " " in following.parts[0]):
            return None
        return "of", word.folded.removeprefix(self.language.article), index

    def _name_after(self, hit: Hit[Title], after: int, role: Role) -> Name | None:
        """The name behind a title: at once, or behind a few words that end at a known given name."""
        if after >= len(self.words) or not self.names.near(after - 1) or self._hyphen(after):
            return None
        seat = seated(self.names, after)
        if seat is not None or attached(self.words[after].folded, self.language):
            return seat
        name = unless_owner(self.names.at(after, titled=True), self.names, hit, after)
        if self.language.capitals:
            return self._capital_name(name)
        behind = behind_body(self.names, self.bodies, hit, after)
        if behind is not None:
            return behind
        name = undescribed(self.names, hit, behind_place(self.names, hit, name))
        if name is not None and (name.known or not self.names.definite(name.parts[0])):
            return name
        skipped = after
        while skipped < min(after + SKIPPED, hit.first + ROLE_REACH, len(self.words) - 1):
            if not self.names.near(skipped) or self._tells(hit, skipped):
                break
            skipped += 1
            later = self._later(skipped)
            if later is not None:
                return later if len(later.parts) > 1 and self._adjectives(self.words[after:skipped]) else name
        if name is not None and self.names.definite(name.parts[0]) and self.names.nisba(name.parts[-1]):
            return name
        return name if role.of or role.office or hit.value.kind != "role" else None

    def _tells(self, hit: Hit[Title], index: int) -> bool:
        """Whether what somebody's relative tells begins at a token: ``يروي جاره [أن] البئر جفت``."""
        return hit.value.kind == "honorific" and self.words[index].folded in self.lexicon.openers

    def _hyphen(self, index: int) -> bool:
        """Whether a hyphen binds a token to the title before it, so that both are one name (``Saint-Germain``)."""
        return self.text[self.words[index - 1].end : self.words[index].start] == "-"

    def _capital_name(self, name: Name | None) -> Name | None:
        """A name behind a title where the script has capitals: none that goes on as a body's or a place's."""
        if name is None or headed(self.names, name):
            return None
        return self.shapes.known(name) if self.listed else name

    def _later(self, index: int) -> Name | None:
        """The name some words behind a title: with a given name, or of two words that only names look like."""
        word = self.words[index]
        if word.folded in self.lexicon.given:
            return self.names.at(index)
        plain = word.folded in self.lexicon.links and word.text not in self.lexicon.spelled  # ``على`` is no ``علي``
        if word.folded in self.lexicon.given_ambiguous and not plain:
            name = self.names.at(index)
            listed = name is not None and len(name.parts) > 1 and set(name.kinds[1:]) <= LISTED | {"definite"}
            return name if listed else None
        if index + 1 >= len(self.words) or not self.names.near(index):
            return None
        pair = [(self.words[at].folded, self.names.kind(at, self.words[at].folded)[0]) for at in (index, index + 1)]
        if all(kind in ("unknown", "surname") and self.names.grade(word) >= FOREIGN for word, kind in pair):
            return self.names.at(index, titled=True)
        return None

    def _adjectives(self, between: list[Token]) -> bool:
        """Whether words between a title and a name only describe it: no verb and no word that ends a name."""
        lexicon = self.lexicon
        plain = lexicon.links | lexicon.party_heads
        return all(
            word.folded not in lexicon.stops or word.folded in plain or self.names.definite(word.folded)
            for word in between
        )

    def _named(self, index: int) -> Candidate | None:
        """A name that no title announces."""
        if not self.language.capitals:
            return self._given(index)
        shaped = self.shapes.at(index)
        if shaped is None or (not shaped[0].given and ends_listed(self.names, index)):
            return None
        name, sure = shaped
        rule = "given name" if name.given else "shape"
        start, end = self.words[name.first].start, self._end(name.last)
        return Candidate(self.article.id, start, end, "PER", rule, start, end, name.parts, sure=sure)

    def _given(self, index: int) -> Candidate | None:
        """A name that begins with a known given name and has at least one more part."""
        word = self.words[index]
        if not (readings(word.folded, self.language) or word.folded in self.lexicon.given_own):
            return None
        place = self.lexicon.gazetteer.at(index, self.words, self.text)
        if (place is not None and place.last > index) or called_so(self.names, index) or addressed(self.names, index):
            return None
        if spelled_as_place(self.names, index) or of_thing(self.names, index):
            return None
        for peeling in readings(word.folded, self.language):
            name = self.names.at(index, core=peeling[1])
            if name is None or not (self._kunya(name) or (name.given and len(name.parts) > 1)):
                continue
            explained = apposed(self.names, name.last)
            told = subject_of_saying(self.names, name)
            if name.kinds[0] == "ambiguous" and not explained and not told and not supported(self.names, name):
                continue
            verb = len(name.parts) == 2 and "given" not in name.kinds and may_say(word.folded, self.language)
            if name.kinds[0] == "ambiguous" and verb and not told:
                continue
            speaks = place is not None and peeling[1] in self.lexicon.given_ambiguous
            if speaks and not (beside_saying(self.names, name) and self.names.nisba(name.parts[-1])):
                continue
            start = unfolded(word, peeling[0], self.language)
            rule = "speaker" if speaks or told else "apposition" if explained else "given name"
            end = self._end(name.last)
            return Candidate(self.article.id, start, end, "PER", rule, start, end, name.parts)
        return self._speaking(index)

    def _speaking(self, index: int) -> Candidate | None:
        """A given name alone that is the subject of a verb of saying: ``وقالت أمل، وهي``, ``ويقول خالد إن``."""
        word = self.words[index]
        if word.folded not in self.lexicon.given_own or word.folded in self.lexicon.links:
            return None
        name = self.names.at(index)
        if name is None or len(name.parts) > 1:
            return None
        if not self.names.spoken(index, name.last, marks=':،,«"“') and not introduced(self.names, index, name.last):
            return None
        return Candidate(self.article.id, word.start, word.end, "PER", "speaker", word.start, word.end, name.parts)

    def _kunya(self, name: Name) -> bool:
        """Whether a name begins with a particle and a known given name: ``أبو مازن``, ``أبو جميل زيان``."""
        words = name.parts[0].split(" ")
        if len(words) < 2 or words[0] not in self.lexicon.particles:
            return False
        inner = len(words) > 2 and words[-2] in self.lexicon.particles
        return inner or words[-1] in self.lexicon.given or words[-1] in self.lexicon.given_ambiguous

    def _end(self, last: int) -> int:
        """Where a name ends that ends at a token: before a possessive ending."""
        word = self.words[last]
        return word.end - next((one.back for one in peelings(word.folded, self.language) if one.back), 0)
