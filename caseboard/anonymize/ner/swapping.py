"""Other words in the same sentences: any noun may stand where a noun stands, any name where a name stands."""

import random
import re

from caseboard.anonymize import lexicon
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import INFLECTED
from caseboard.anonymize.ner.generator import Generator
from caseboard.anonymize.ner.nouns import nouns
from caseboard.anonymize.ner.samples import Piece, Sample

_NOUN = re.compile(r"(?<![\w-])[A-ZÄÖÜ][a-zäöüß]{3,}(?![\w-])")
_COMPOUND = 0.25


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
