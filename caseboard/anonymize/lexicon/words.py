"""German words for the index: the dictionary of simplemma and the frequencies of wordfreq."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
from wordfreq import get_frequency_dict

from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import (
    ABBREVIATES,
    FIRST,
    FREQUENCY_SHIFT,
    INFLECTED,
    LAST,
    LOWER,
    NOUN,
    PLACE,
    frequency,
)

_KNOWN, _SHORTEST, _CUT = 2.9, 3, 2
_CONSONANT = re.compile(r"[bcdfghjklmnpqrstvwxz]$")


def dictionary() -> dict[str, int]:
    """Every form of the dictionary with the way it is written there.

    A proper name has itself and its genitive; a noun has a plural or cases besides.
    """
    forms = dict(DefaultDictionaryFactory().get_dictionary("de").items())
    declined = {lemma for form, lemma in forms.items() if form[:1].isupper() and form not in (lemma, lemma + "s")}
    words: dict[str, int] = defaultdict(int)
    for form, lemma in forms.items():
        if not form[:1].isupper():
            words[fold(form)] |= LOWER
        else:
            words[fold(form)] |= NOUN | (INFLECTED if lemma in declined else 0)
    return words


def beginnings(words: Mapping[str, int]) -> dict[str, int]:
    """Where writers cut frequent nouns short: 'Anschr.', 'Dolm.', 'Nachw.' end in a consonant."""
    out: dict[str, int] = {}
    for word, value in words.items():
        if not value & NOUN or value & (FIRST | LAST | PLACE) or frequency(value) < _KNOWN or not word.isalpha():
            continue
        for end in range(_SHORTEST, len(word) - _CUT + 1):
            if _CONSONANT.search(word[:end]):
                out[word[:end]] = ABBREVIATES
    return out


def frequencies() -> dict[str, int]:
    """Every word seen in German running text with ten times its Zipf frequency."""
    seen = get_frequency_dict("de", wordlist="best")
    out: dict[str, int] = {}
    for word, share in seen.items():
        key, zipf = fold(word), min(255, max(1, round(10 * (math.log10(share) + 9))))
        out[key] = max(out.get(key, 0), zipf << FREQUENCY_SHIFT)
    return out
