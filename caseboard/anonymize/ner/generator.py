"""Sentences of our own: templates filled with names of one half, and annotated texts with other names put in."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import resources
from pathlib import Path

from caseboard.anonymize.fold import fold
from caseboard.anonymize.ner.compositions import Composer
from caseboard.anonymize.ner.labels import SKIP
from caseboard.anonymize.ner.pools import Invented, People, Pools
from caseboard.anonymize.ner.samples import Piece, Sample
from caseboard.anonymize.vocabulary import vocabulary

_SLOT = re.compile(r"\{([a-z_]+)\}")
MARK = re.compile(
    r"\[\[(?P<direct>[A-Z]+):(?P<a>(?:(?!\]\]).)+)\]\]|\(\((?P<quasi>[A-Z]+):(?P<b>(?:(?!\)\)).)+)\)\)"
    r"|\{\{KEEP:(?P<c>(?:(?!\}\}).)+)\}\}",
    re.S,
)
_LABELS = {"PERSON": "PER", "PLACE": "LOC", "ORG": "ORG", "STREET": "STR", "EMAIL": SKIP, "URL": SKIP, "ID": SKIP}
_COMPOSED = {
    "ORG": ("firm", "firm_plain", "school", "clinic", "practice", "club", "pub", "agency", "carrier", "shop", "farm"),
    "LOC": ("district", "square", "local"),
    "STR": ("street", "street_name"),
}
_INVENTED, _WORD_NAME, _GERMAN_SHARE, _DOUBLE = 0.2, 0.1, 0.45, 0.06
_AS_WRITTEN, _WORDY, _WORDY_NAME = 0.2, 0.25, 0.5
"""How many annotated texts keep their names; in how many, and how often there, people are called by ordinary words."""
_PARTICLES = ("von", "van der", "de", "da", "dos", "el-", "Al-", "Abu", "Ben", "Ould", "di", "ter", "zu", "Haj")


class Generator:
    """Fills slots; every draw comes from the same dice, so a seed gives the same sentences."""

    def __init__(self, pools: Pools, dice: random.Random) -> None:
        self._pools, self._dice, self._words, self._wordy = pools, dice, vocabulary(), False
        self._made = Composer(pools, dice)
        self._new_last = Invented(n for p in pools.people.values() for n in p.last)
        self._new_first = Invented(n for p in pools.people.values() for n in (*p.male, *p.female))
        made = self._made
        self._slots: dict[str, tuple[str, Callable[[], str]]] = {
            **{kind: (label, partial(made.make, kind)) for label, kinds in _COMPOSED.items() for kind in kinds},
            "place": ("LOC", self.place), "village": ("LOC", lambda: dice.choice(pools.villages)),
            "place_adj": ("LOC", made.place_adjective), "first_m": ("PER", lambda: self.first("male")),
            "first_f": ("PER", lambda: self.first("female")), "last": ("PER", self.last),
            "full_m": ("PER", lambda: f"{self.first('male')} {self.last()}"),
            "full_f": ("PER", lambda: f"{self.first('female')} {self.last()}"),
            "reversed": ("PER", lambda: f"{self.last()}, {self.first('female')}"), "initial": ("PER", self.initial),
            "nick": ("PER", self.nick), "last_gen": ("PER", lambda: _genitive(self.last())),
            "first_gen": ("PER", lambda: _genitive(self.first("male"))), "word_name": ("PER", self.word_name),
            "foreign_m": ("PER", lambda: self.foreign("male")), "foreign_f": ("PER", lambda: self.foreign("female")),
            "email": (SKIP, self.email),
        }  # fmt: skip

    def template(self, line: str) -> Sample:
        """One line of a template file, filled."""
        pieces: list[Piece] = []
        at, line = 0, line.replace("\\n", "\n").replace("\\t", "\t")
        for slot in _SLOT.finditer(line):
            pieces.append((line[at : slot.start()], "O"))
            label, drawn = self._slots.get(slot[1]) or ("O", partial(self._made.make, slot[1]))
            pieces.append((drawn(), label))
            at = slot.end()
        pieces.append((line[at:], "O"))
        return Sample(tuple(p for p in pieces if p[0]))

    def rewritten(self, marked: str) -> Sample:
        """An annotated text in which each name has become another one of its kind; some stay as somebody wrote them."""
        others: dict[str, str] = {}
        luck = self._dice.random()
        as_written, self._wordy = luck < _AS_WRITTEN, luck > 1 - _WORDY
        pieces: list[Piece] = []
        at = 0
        for m in MARK.finditer(marked):
            pieces.append((marked[at : m.start()], "O"))
            surface, kind = m["a"] or m["b"] or m["c"], m["direct"] or ""
            label = _LABELS.get(kind, "O")
            other = label not in ("O", SKIP) and not as_written
            pieces.append((self._other(surface, kind, others) if other else surface, label))
            at = m.end()
        pieces.append((marked[at:], "O"))
        return Sample(tuple(p for p in pieces if p[0]))

    def _other(self, surface: str, kind: str, others: dict[str, str]) -> str:
        if kind == "PERSON" and re.fullmatch(r"[^\W\d_]{3,}\.", surface):
            return _cased(_cut(self._word(surface[:-1], others), self._dice), surface)
        if kind == "PERSON":
            return re.sub(r"[^\W\d_]{3,}", lambda w: self._word(w[0], others), surface)
        if kind == "PLACE" and " " not in surface:
            drawn = self._made.place_adjective() if surface.endswith("er") else self.place()
            return _cased(drawn, surface)
        if kind == "STREET" and self._dice.random() < 0.7:
            return _cased(self._made.make("street"), surface)
        if kind == "ORG" and self._dice.random() < 0.6:
            return _cased(self._made.make("word_house" if self._of_words(surface) else "firm_plain"), surface)
        return surface

    def _of_words(self, surface: str) -> bool:
        """Whether an organisation is called by nothing but ordinary words: 'Alte Post', 'Rad und Tat'."""
        words = re.findall(r"[^\W\d_]{3,}", surface)
        return len(words) < 4 and all(self._words.ordinary(fold(word)) for word in words)

    def _word(self, word: str, others: dict[str, str]) -> str:
        """The same word becomes the same other word, in the same case and with the same genitive."""
        if word.islower() and len(word) < 4:
            return word
        key = word.lower().removesuffix("s")
        if key not in others:
            wordy = self._wordy and word[0].isupper() and self._dice.random() < _WORDY_NAME
            others[key] = self.word_name() if wordy else self.person_word()
        made = others[key]
        return _cased(_genitive(made) if word.endswith("s") and self._dice.random() < 0.5 else made, word)

    def _people(self) -> People:
        return self._pools.german if self._dice.random() < _GERMAN_SHARE else self._pools.foreign(self._dice)

    def first(self, sex: str) -> str:
        """A first name, now and then two or one that nobody has."""
        if self._dice.random() < _INVENTED:
            return self._new_first.draw(self._dice)
        name = self._dice.choice(getattr(self._people(), sex))
        return f"{name}-{self._dice.choice(self._pools.german.female)}" if self._dice.random() < _DOUBLE / 2 else name

    def last(self) -> str:
        """A surname: of any language, invented, an ordinary word, or double."""
        luck = self._dice.random()
        if luck < _INVENTED:
            return self._new_last.draw(self._dice)
        if luck < _INVENTED + _WORD_NAME:
            return self.word_name()
        name = self._dice.choice(self._people().last)
        if self._dice.random() < _DOUBLE:
            return f"{name}-{self._dice.choice(self._people().last)}"
        return name

    def person_word(self) -> str:
        """One word of somebody's name."""
        drawn = self.first("male") if self._dice.random() < 0.4 else self.last()
        return re.split(r"[ -]", drawn)[0]

    def word_name(self) -> str:
        return self._dice.choice(self._pools.word_names)

    def foreign(self, sex: str) -> str:
        """A full name of another origin, with what such names carry."""
        people, dice = self._pools.foreign(self._dice), self._dice
        first, last, other = dice.choice(getattr(people, sex)), dice.choice(people.last), dice.choice(people.last)
        particle = dice.choice(_PARTICLES)
        particle += "" if particle.endswith("-") else " "
        return dice.choice((
            f"{first} {last}", f"{first} {last}", f"{first} {particle}{last}", f"{first} {last} {other}",
            f"{first} {dice.choice(getattr(people, sex))} {last}", f"{first} {last}-{other}",
            f"{last} {dice.choice(getattr(people, sex))} {first}", f"{first} {dice.choice(people.male)} {last}",
        ))  # fmt: skip

    def initial(self) -> str:
        """What colleagues make of a name: 'K.', 'Wb', 'Thm.', 'A. Z.'."""
        name = self.last()
        bones = name[0] + re.sub(r"[aeiouyäöüß'’ -]", "", name[1:])[: self._dice.randint(1, 2)]
        return self._dice.choice((
            _cut(name, self._dice),
            f"{name[0]}.", f"{self.first('male')[0]}.", f"{name[:2]}.", f"{bones}.", bones, name[:3], f"{name[:3]}.",
            f"{self.first('male')[0]}. {name[0]}.", f"{self.first('female')[0]}{name[0]}",
        ))  # fmt: skip

    def nick(self) -> str:
        name = self.first("male")
        return self._dice.choice((name, f"{name[:4].rstrip('aeiouy')}i", f"{name[:3]}ko", name[:4], f"{name}chen"))

    def place(self) -> str:
        luck = self._dice.random()
        if luck < 0.12:
            return self._dice.choice(self._pools.abroad)
        return self._made.make("hamlet") if luck < 0.24 else self._made.town()

    def email(self) -> str:
        name = re.sub(r"[^a-z]", "", self.last().lower())
        return f"{self.first('male').lower()}.{name}@{self._dice.choice(('mail', 'post', 'web'))}.example"


def _cut(name: str, dice: random.Random) -> str:
    """'Bichlm.', 'Öz.', 'Kör.': a name broken off behind a consonant."""
    ends = [at for at in range(2, min(len(name), 8)) if name[at - 1].lower() not in "aeiouyäöü"]
    return f"{name[: dice.choice(ends)]}." if ends else f"{name[:3]}."


def _genitive(name: str) -> str:
    return f"{name}'" if name[-1] in "sxzß" else f"{name}s"


def _cased(drawn: str, like: str) -> str:
    if like.isupper() and len(like) > 2:
        return drawn.upper()
    return drawn.lower() if like.islower() else drawn


def templates() -> dict[str, list[str]]:
    """The lines of templates/*.txt by style."""
    folder = resources.files("caseboard.anonymize.ner") / "templates"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".txt")), key=lambda f: f.name)
    return {f.name[:-4]: list(_lines(f.read_text(encoding="utf-8"))) for f in found}


def _lines(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def annotated(folder: Path, leave_out: Sequence[str] = ()) -> list[str]:
    """The marked bodies of annotated texts, without their header lines and without files of these patterns."""
    paths = [path for path in sorted(folder.glob("*.txt")) if not any(map(path.match, leave_out))]
    return [path.read_text(encoding="utf-8").split("\n", 2)[2] for path in paths]
