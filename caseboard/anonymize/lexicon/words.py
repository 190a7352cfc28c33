"""German words for the index: the dictionary of simplemma and the frequencies of wordfreq."""

import math
from collections import Counter, defaultdict

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
from wordfreq import get_frequency_dict

from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import FREQUENCY_SHIFT, INFLECTED, LOWER, NOUN

_FORMS_OF_A_NOUN = 3  # a proper name has itself and its genitive, a noun has more


def dictionary() -> dict[str, int]:
    """Every form of the dictionary with the way it is written there."""
    forms = dict(DefaultDictionaryFactory().get_dictionary("de").items())
    per_lemma = Counter(lemma for form, lemma in forms.items() if form[:1].isupper())
    words: dict[str, int] = defaultdict(int)
    for form, lemma in forms.items():
        if not form[:1].isupper():
            words[fold(form)] |= LOWER
        else:
            words[fold(form)] |= NOUN | (INFLECTED if per_lemma[lemma] >= _FORMS_OF_A_NOUN else 0)
    return words


def frequencies() -> dict[str, int]:
    """Every word seen in German running text with ten times its Zipf frequency."""
    seen = get_frequency_dict("de", wordlist="best")
    out: dict[str, int] = {}
    for word, share in seen.items():
        key, zipf = fold(word), min(255, max(1, round(10 * (math.log10(share) + 9))))
        out[key] = max(out.get(key, 0), zipf << FREQUENCY_SHIFT)
    return out
