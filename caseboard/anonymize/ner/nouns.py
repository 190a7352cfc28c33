"""German nouns for the generator: they make institutions, and they stand wherever an ordinary noun may stand."""

from functools import cache

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from caseboard.anonymize import lexicon
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import FIRST, INFLECTED, LAST, PLACE, frequency
from caseboard.anonymize.words import entries

_LEAST, _COMMON = 2.2, 5.0


@cache
def nouns() -> tuple[str, ...]:
    """German nouns that are no names, in all their forms, and the terms of the field."""
    index = lexicon.load()
    found = set()
    for form in dict(DefaultDictionaryFactory().get_dictionary("de").items()):
        value = index.get(fold(form)) if form[:1].isupper() and form.isalpha() and len(form) > 3 else 0
        if value & INFLECTED and not value & (FIRST | LAST | PLACE) and _LEAST <= frequency(value) <= _COMMON:
            found.add(form)
    field = {w for w in (*entries("glossary"), *entries("jobs"), *entries("roles")) if w.isalpha() and w[0].isupper()}
    return tuple(sorted(found | field))
