"""A verb that tells an event or a craft leaves a sentence that still wants one: 'wurde ermordet' is no '[Ereignis]'."""

import re

FATES = (
    r"(?:deportiert|verunglückt|ertrunken|erschossen|ermordet|erstochen|verschleppt|verschüttet|entführt"
    r"|niedergestochen|abgebrannt|niedergebrannt|ausgebrannt|eingestürzt)"
)
"""What befell somebody, as the verb says at the end of its sentence."""

CRAFTS = (
    r"(?:geschnitzt|geblasen|geknüpft|geschmiedet|geflochten|gegossen|geklöppelt|gestickt|gewebt|gedrechselt|gezupft"
    r"|restauriert)"
)
"""What hands made, as the verb says at the end of its sentence."""

_PARTICIPLE = re.compile(rf"(?:.*[\s,])?{FATES}\Z", re.I | re.S)
_PRETERITE = re.compile(r"(?:.*\s)?(?:ertrank|verunglückte)(?P<many>e?n)?\Z", re.S)
_STATED = re.compile(rf"(?:.*\s)?{FATES}(?P<ending>e[nrsm]?)\Z", re.I | re.S)
_ARTICLE = re.compile(
    r"\b(?:d(?:er|ie|as|em|en|es)|vom|zum|zur|beim|(?:k?ein|sein|ihr|mein|unser|dies)(?:e[nrms]?)?) \Z", re.I
)
_NOUN = re.compile(r" [A-ZÄÖÜ]")
_CAUSED = re.compile(
    r"(?:(?P<first>(?:hat|habe|haben|hatte|hatten|hätte|wurde|wurden|er|sie|ich|wir|man)) )?(?:[^.;:\n]* )?"
    r"(?:angezündet|in die Luft gesprengt|eingestochen)\Z",
    re.S,
)
_STRUCK = re.compile(r"vom Blitz (?:getroffen|erschlagen)\Z")
_DID = r"\b(?:hat|hast|habe|haben|hatte|hatten|hätte|hätten)\b"
_BEFORE, _BEHIND = re.compile(rf"{_DID}[^.;:!?\n]*\Z"), re.compile(rf"[ \t]+{_DID}")
_AUXILIARY = re.compile(
    r"\b(?:ist|sind|war|waren|sei|wäre|bin|bist|wird|werden|wurde|wurden|worden|würde|würden)\b[^.;:!?\n]*\Z"
)
_AUXILIARY_BEHIND = re.compile(r"[ \t]+(?:ist|sind|war|waren|sei|wäre|wird|werden|wurde|wurden|worden|sein)\b")
_DO = re.compile(rf"(?:{_DID}|\b(?:wurde|wurden|worden)\b)[^.;:!?\n]*\Z")
_WITHIN = 90
_CRAFTED = re.compile(rf"(?:promoviert|{CRAFTS}|genäht)\Z")


def told(text: str, start: int, end: int) -> str:
    """The placeholder of an event that a verb tells, with the words that make a sentence of it; else nothing."""
    surface, before = text[start:end], text[max(0, start - _WITHIN) : start]
    if _PARTICIPLE.fullmatch(surface):
        if _BEHIND.match(text, end) or _BEFORE.search(before):
            return "in ein [Ereignis] verwickelt"
        if _AUXILIARY_BEHIND.match(text, end) or _AUXILIARY.search(before):
            return "von einem [Ereignis] betroffen"
    if (stated := _STATED.fullmatch(surface)) and _ARTICLE.search(before) and _NOUN.match(text, end):
        return f"von einem [Ereignis] betroffen{stated['ending']}"
    if _STRUCK.fullmatch(surface) and (_AUXILIARY_BEHIND.match(text, end) or _AUXILIARY.search(before)):
        return "von einem [Ereignis] betroffen"
    if (caused := _CAUSED.fullmatch(surface)) and (caused["first"] or _DO.search(before) or _BEHIND.match(text, end)):
        return f"{caused['first']} ein [Ereignis] verursacht" if caused["first"] else "ein [Ereignis] verursacht"
    preterite = _PRETERITE.fullmatch(surface)
    if preterite and before.strip():
        return f"erlebte{'n' if preterite['many'] else ''} ein [Ereignis]"
    return ""


def worked(surface: str) -> str:
    """The placeholder of an occupation that its verb tells: 'hat Wasserpuppen geschnitzt'; else nothing."""
    return "einen [Beruf] ausgeübt" if _CRAFTED.search(surface) else ""
