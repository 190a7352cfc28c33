"""Small numbers as people write them, in digits or in words."""

import re

from caseboard.anonymize.fold import fold

_ONES = ("null", "ein", "zwei", "drei", "vier", "fuenf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwoelf",
         "dreizehn", "vierzehn", "fuenfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn")  # fmt: skip
_TENS = {"zwanzig": 20, "dreissig": 30, "vierzig": 40, "fuenfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80,
         "neunzig": 90}  # fmt: skip
_WORDS = {
    **{word: value for value, word in enumerate(_ONES)},
    **_TENS,
    **{f"{one}und{ten}": value + at for ten, value in _TENS.items() for at, one in enumerate(_ONES[:10]) if at},
}
_LONGEST_FIRST = sorted(_WORDS, key=len, reverse=True)


def number(surface: str) -> int | None:
    """The first number of a passage: '57 J.' → 57, 'dreiundvierzigjährig' → 43, 'Mitte fünfzig' → 50."""
    digits = re.search(r"\d{1,4}", surface)
    if digits:
        return int(digits[0])
    for word in re.findall(r"[^\W\d_]+", surface):
        folded = fold(word)
        for name in _LONGEST_FIRST:
            if folded == name or (len(name) > 3 and folded.startswith(name) and _inflected(folded[len(name) :])):
                return _WORDS[name]
    return None


def _inflected(ending: str) -> bool:
    return ending in {"e", "er", "en", "em", "ern"} or ending.startswith(("jaehrig", "fach"))
