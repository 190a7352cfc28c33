"""Other words in the same sentences: any noun may stand where a noun stands, any name where a name stands."""

import random
import re
from collections.abc import Callable

from caseboard.anonymize import lexicon
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import FIRST_SURE, INFLECTED
from caseboard.anonymize.ner.generator import Generator
from caseboard.anonymize.ner.nouns import nouns
from caseboard.anonymize.ner.samples import Piece, Sample
from caseboard.anonymize.words import listed

_NOUN = re.compile(r"(?<![\w-])[A-ZÄÖÜ][a-zäöüß]{3,}(?![\w-])")
_COMPOUND = 0.25
_NAME_AS_NOUN = 0.7
_NO_NOUNS = ("titles", "kinship", "months", "weekdays", "roles")


def other_nouns(sample: Sample, dice: random.Random, share: float) -> Sample:
    """Some ordinary nouns outside of names become other nouns, now and then compounds nobody has written yet."""
    value = lexicon.load().get

    def swapped(match: re.Match[str]) -> str:
        word = match[0]
        if dice.random() >= share or not value(fold(word)) & INFLECTED:
            return word
        drawn = dice.choice(nouns())
        return drawn + dice.choice(nouns()).lower() if dice.random() < _COMPOUND else drawn

    return Sample(tuple((_NOUN.sub(swapped, text) if label == "O" else text, label) for text, label in sample.pieces))


def other_names(sample: Sample, generator: Generator) -> Sample:
    """The people and towns of a corpus sentence become others of our pools, word by word."""

    def swapped(piece: Piece) -> Piece:
        text, label = piece
        if len(text) < 3 or not text.isalpha() or not text[0].isupper():
            return piece
        if label == "PER":
            return generator.person_word(), label
        return (generator.place(), label) if label == "LOC" and not text.endswith("er") else piece

    return Sample(tuple(swapped(piece) for piece in sample.pieces))


def one_word_two_senses(sample: Sample, dice: random.Random) -> Sample:
    """Somebody is called by a word that also stands in this text as the word it is: 'Frau Stein' and 'Stein auf Stein'.

    Then only what stands around each of the two tells them apart. Either a surname that is a noun takes the place of
    nouns, or a noun of the text takes the place of a surname wherever that stands.
    """
    names = sorted({w[0] for text, label in sample.pieces if label == "PER" for w in _NOUN.finditer(text)})
    words = [w for w in names if _mere_noun(w)]
    plain = sorted({w[0] for text, label in sample.pieces if label == "O" for w in _NOUN.finditer(text)})
    nouns_here = [w for w in plain if _mere_noun(w) and w not in names]
    if not names or not nouns_here:
        return sample
    if words and dice.random() < _NAME_AS_NOUN:
        name, taken = dice.choice(words), set(dice.sample(nouns_here, min(len(nouns_here), dice.randint(1, 2))))
        return _with_words(sample, "O", lambda word: name if word in taken else word)
    name, noun = dice.choice(names), dice.choice(nouns_here)
    return _with_words(sample, "PER", lambda word: noun if word == name else word)


def _mere_noun(word: str) -> bool:
    """A noun that says nothing about who bears it: no title, no month, no first name."""
    folded = fold(word)
    value = lexicon.load().get(folded)
    return bool(value & INFLECTED and not value & FIRST_SURE) and not any(folded in listed(name) for name in _NO_NOUNS)


def _with_words(sample: Sample, of: str, other: Callable[[str], str]) -> Sample:
    """The sample with other words in the pieces of one label."""
    return Sample(
        tuple((_NOUN.sub(lambda m: other(m[0]), t) if label == of else t, label) for t, label in sample.pieces)
    )
