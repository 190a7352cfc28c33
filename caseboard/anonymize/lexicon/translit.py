"""Cyrillic names in the Latin spellings German offices meet: English, German and Polish habit."""

_RU = dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziiklmnoprstufye", strict=True))
_ENGLISH = _RU | {
    "ё": "yo", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya",
    "ъ": "", "ь": "",
    "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz",
    "ѓ": "g", "ќ": "k", "ѕ": "dz",
}  # fmt: skip
_GERMAN = _ENGLISH | {
    "ё": "jo", "ж": "sch", "з": "s", "й": "j", "в": "w", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch",
    "ю": "ju", "я": "ja", "ї": "ji", "є": "je",
}  # fmt: skip
_UKRAINIAN = _ENGLISH | {"г": "h", "и": "y", "й": "y", "х": "kh"}
_PASSPORT = _ENGLISH | {"й": "i", "ю": "iu", "я": "ia", "є": "ie", "ї": "i", "г": "h", "и": "y"}
_BULGARIAN = _ENGLISH | {"ъ": "a", "щ": "sht", "х": "h", "й": "y"}
_TABLES = (_ENGLISH, _GERMAN, _UKRAINIAN, _PASSPORT, _BULGARIAN)


def latin_forms(name: str) -> set[str]:
    """Every usual Latin spelling of a name; other scripts than Latin and Cyrillic give none."""
    lowered = name.lower()
    if any("Ѐ" <= c <= "ӿ" for c in lowered):
        return {"".join(table.get(c, c if c in "-'" else "") for c in lowered) for table in _TABLES}
    return {name} if all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’ʼ" for c in name) else set()
