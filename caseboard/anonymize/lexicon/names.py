"""First names and surnames of many languages for the index, from Faker's lists and our own."""

import pkgutil
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module, resources

from faker.providers import person

from caseboard.anonymize.fold import fold, fold_plain
from caseboard.anonymize.lexicon import COMMON_NAME, FEMALE, FIRST, FIRST_SURE, LAST, MALE
from caseboard.anonymize.lexicon.translit import latin_forms

_ATTRIBUTES = {
    "first_names": FIRST,
    "first_names_female": FIRST | FEMALE,
    "first_names_male": FIRST | MALE,
    "first_names_unisex": FIRST,
    "last_names": LAST,
    "last_names_female": LAST,
    "last_names_male": LAST,
    "middle_names": FIRST,
    "middle_names_female": FIRST,
    "middle_names_male": FIRST,
}
_SEVERAL = 3
_GERMAN = {"de_DE", "de_AT", "de_CH"}
# Their people hardly turn up in a German jobcenter under these spellings, and short syllables collide with words.
_LEFT_OUT = {"zh_CN", "zh_TW", "ja_JP", "ko_KR", "th_TH", "en_TH", "he_IL", "ka_GE", "is_IS", "or_IN", "gu_IN"}


def names() -> dict[str, int]:
    """Folded name → flags; a name known in several languages is marked as common."""
    flags: dict[str, int] = defaultdict(int)
    locales: Counter[str] = Counter()
    first: Counter[str] = Counter()
    for locale, name, flag in locale_names():
        for word in name.split():
            for form in latin_forms(word):
                for key in {fold(form), fold_plain(form)}:
                    if len(key) < 2 or not key[0].isalpha():
                        continue
                    flags[key] |= flag
                    weight = _SEVERAL if locale in _GERMAN else 1
                    locales[key] += weight
                    first[key] += weight if flag & FIRST else 0
    return {
        key: flag | (COMMON_NAME if locales[key] >= _SEVERAL else 0) | (FIRST_SURE if first[key] >= _SEVERAL else 0)
        for key, flag in flags.items()
    }


def locale_names() -> Iterator[tuple[str, str, int]]:
    """Locale, name as the list writes it, flags."""
    for module in pkgutil.iter_modules(person.__path__):
        if module.name in _LEFT_OUT or not module.ispkg:
            continue
        provider = import_module(f"{person.__name__}.{module.name}").Provider
        for attribute, flag in _ATTRIBUTES.items():
            listed = getattr(provider, attribute, ())
            for name in listed if isinstance(listed, Sequence | Mapping) else ():
                yield module.name, name, flag
    for file, flag in (("first_names.txt", FIRST), ("last_names.txt", LAST)):
        for line in (resources.files(__package__) / file).read_text(encoding="utf-8").splitlines():
            for name in line.partition("#")[0].split():
                yield "de_DE", name, flag
