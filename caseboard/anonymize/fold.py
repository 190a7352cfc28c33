"""The folded form of a word: what two spellings of one name have in common."""

import unicodedata

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "æ": "ae", "œ": "oe", "å": "a"})
_STROKES = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "’": "'", "ʼ": "'", "`": "'"})


def fold(word: str) -> str:
    """Case, umlauts and diacritics levelled out: Müller, MUELLER and Mueller are one word."""
    word = word.casefold().replace("i̇", "i")
    if word.isascii():
        return word
    return _bare(unicodedata.normalize("NFC", word).translate(_UMLAUTS))


def fold_plain(word: str) -> str:
    """The other habit of writing without umlauts: Öztürk as Ozturk."""
    return fold(_bare(word.casefold()))


def _bare(word: str) -> str:
    word = unicodedata.normalize("NFD", word.translate(_STROKES))
    return "".join(c for c in word if not unicodedata.combining(c))
