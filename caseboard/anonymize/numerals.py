"""Numbers as people write them, in digits or in words."""

import re

from caseboard.anonymize.fold import fold

ONES = "ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun"
SPOKEN_ONES = "eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun"
THREE_TO_TWELVE = "drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
TWO_TO_TWELVE = f"zwei|{THREE_TO_TWELVE}"
TEENS = "(?:drei|vier|fünf|sech|sieb|acht|neun)zehn"
TENS_TO_SEVENTY = "zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig"
TENS_TO_EIGHTY = f"{TENS_TO_SEVENTY}|achtzig"
TENS = f"{TENS_TO_EIGHTY}|neunzig"
"""Numbers in words as patterns look for them in a text: before 'und' it is 'ein', alone 'eins', and who dictates says
'zwo' as well. Folded ones are in `recognizers.spoken`."""

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
_SAID = {**_WORDS, "eins": 1, "eine": 1, "einen": 1, "einer": 1, "zwo": 2, "anderthalb": 1.5, "halbe": 0.5,
         "einehalbe": 0.5}  # fmt: skip
_STEPS = (("million", 1_000_000), ("tausend", 1000), ("hundert", 100))
_HALF = re.compile(r"(?P<whole>[a-z]+?)(?:und)?einhalb")
_LONGEST = 120

PART = (
    r"(?:eine[nr]?|eins?|zwei|zwo|drei|vier|f(?:ü|ue)nf|sechs|sieben|acht|neun|zehn|elf|zw(?:ö|oe)lf|(?:sech|sieb)zehn|(?:zwan|vier"
    r"|f(?:ü|ue)nf|sech|sieb|acht|neun)zig|drei(?:ß|ss)ig|und|hundert|tausend|million(?:en)?|einhalb|anderthalb|halbe)"
)
"""A piece of a number in words; several of them, written together or apart, make one."""


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


def count(written: str) -> float | None:
    """A number that is nothing but words: 'drei tausend vierhundert' → 3400, 'eineinhalb Millionen' → 1500000."""
    folded = re.sub(r"[\s-]+", "", fold(written[:_LONGEST]))
    return _counted(folded, _STEPS) if folded else None


def _counted(words: str, steps: tuple[tuple[str, int], ...]) -> float | None:
    for at, (word, size) in enumerate(steps):
        before, said, after = words.partition(word)
        if said:
            smaller = steps[at + 1 :]
            many = _counted(before, smaller) if before else 1
            rest = after.removeprefix("en").removeprefix("und") if size > 1000 else after.removeprefix("und")
            more = _counted(rest, smaller) if rest else 0
            return None if many is None or more is None else many * size + more
    half = _HALF.fullmatch(words)
    if half:
        whole = _SAID.get(half["whole"])
        return None if whole is None else whole + 0.5
    return _SAID.get(words)
