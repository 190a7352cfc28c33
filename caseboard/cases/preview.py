"""What the preview shows: the stripped text with every replacement marked in place, and what is open to a decision.

It goes back to the author who has just typed the text, and to nobody else.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask_babel import get_locale

from caseboard import taxonomy
from caseboard.anonymize import Find
from caseboard.cases import evidence, wording
from caseboard.cases import lights as lights_of
from caseboard.cases.stripping import Reading
from caseboard.models.case import Light


@dataclass(frozen=True)
class Piece:
    """A stretch of text; with a `tier` it is a find, and `text` is what the author wrote there."""

    text: str
    tier: str = ""
    replacement: str = ""
    kind: str = ""
    key: str = ""
    why: str = ""


@dataclass(frozen=True)
class TextView:
    """One field: marked for its author, and as others will read it."""

    label: str
    pieces: tuple[Piece, ...]
    stored: str


@dataclass(frozen=True)
class Choice:
    """A word or passage the author may decide on, once for all its places; unless putting it back costs the light."""

    key: str
    surface: str
    replacement: str
    kind: str
    times: int
    ticked: bool
    why: str
    then: str = ""
    closed: bool = False


@dataclass(frozen=True)
class FindRow:
    """One word or passage that was replaced: what it is, what stands there now, and why it was found."""

    surface: str
    times: int
    replacement: str
    why: str


@dataclass(frozen=True)
class ThemeChoice:
    """A theme to tick."""

    id: str
    name: str


@dataclass(frozen=True)
class Preview:
    """Everything the preview page prints."""

    texts: tuple[TextView, ...]
    replaced: int
    open: int
    words: tuple[Choice, ...]
    passages: tuple[Choice, ...]
    finds: tuple[FindRow, ...]
    light: str
    lights: tuple[lights_of.LightView, ...]
    offers: tuple[lights_of.OfferView, ...]
    coarser: tuple[tuple[str, str], ...]
    refused: bool
    suggested: tuple[ThemeChoice, ...]
    other_themes: tuple[ThemeChoice, ...]


def preview(reading: Reading) -> Preview:
    """Lay out a reading for its author."""
    stripped = reading.stripped
    words = _choices(reading, "suspicious", reading.decisions.keep)
    suggested, others = _themes(stripped.texts)
    return Preview(
        texts=tuple(_text(reading, name) for name in wording.FIELDS if reading.typed.get(name)),
        replaced=len(stripped.finds),
        open=sum(not word.ticked for word in words),
        words=words,
        passages=_choices(reading, "quasi", reading.decisions.restore),
        finds=_rows(stripped.finds),
        light=stripped.risk.light,
        lights=lights_of.lights(reading),
        offers=lights_of.offers(reading),
        coarser=lights_of.taken(reading),
        refused=reading.refused,
        suggested=suggested,
        other_themes=others,
    )


def _text(reading: Reading, name: str) -> TextView:
    return TextView(
        str(wording.FIELDS[name]),
        tuple(_pieces(reading.typed[name], _spots(reading, name))),
        str(reading.stripped.texts[name]),
    )


def _spots(reading: Reading, name: str) -> list[tuple[Find, str]]:
    """The finds of a field in reading order, each with the look it gets."""
    looks = [(find, find.tier) for find in reading.stripped.finds]
    looks += [(find, "kept") for find in (*reading.kept, *reading.restored)]
    return sorted(((find, look) for find, look in looks if find.field == name), key=lambda pair: pair[0].start)


def _pieces(text: str, spots: list[tuple[Find, str]]) -> Iterator[Piece]:
    position = 0
    for find, look in spots:
        if find.start < position:
            continue
        if find.start > position:
            yield Piece(text[position : find.start])
        yield Piece(text[find.start : find.end], look, find.replacement, wording.kind(find.kind), find.key, _why(find))
        position = find.end
    if position < len(text):
        yield Piece(text[position:])


def _choices(reading: Reading, tier: str, ticked: frozenset[str]) -> tuple[Choice, ...]:
    open_ones = [find for find in reading.stripped.finds if find.tier == tier and find.decidable]
    decided = reading.kept if tier == "suspicious" else reading.restored
    by_key: dict[str, Find] = {}
    for find in (*open_ones, *decided):
        by_key.setdefault(find.key, find)
    times = Counter(find.key for find in (*open_ones, *decided))
    offered = {
        each.steps[0]: each for each in reading.offers if each.decision == "restore" and each.steps[0] not in ticked
    }
    return tuple(
        Choice(
            key,
            find.surface,
            find.replacement,
            wording.kind(find.kind),
            times[key],
            key in ticked,
            _why(find),
            lights_of.afterwards(offered[key]) if key in offered else "",
            key in offered and offered[key].written != Light.GREEN,
        )
        for key, find in by_key.items()
    )


def _rows(finds: tuple[Find, ...]) -> tuple[FindRow, ...]:
    """Every replacement once, in the order of the text."""
    times = Counter((find.key, find.replacement) for find in finds)
    first: dict[tuple[str, str], Find] = {}
    for find in finds:
        first.setdefault((find.key, find.replacement), find)
    return tuple(FindRow(find.surface, times[same], find.replacement, _why(find)) for same, find in first.items())


def _why(find: Find) -> str:
    return evidence.why(find.evidence, find.kind)


def _themes(texts: Mapping[str, str]) -> tuple[tuple[ThemeChoice, ...], tuple[ThemeChoice, ...]]:
    language = str(get_locale())
    suggested = tuple(ThemeChoice(each.theme_id, each.name) for each in taxonomy.suggest(texts, language=language))
    known = {theme.id for theme in suggested}
    others = (ThemeChoice(*pair) for pair in taxonomy.names(language).items() if pair[0] not in known)
    return suggested, tuple(others)
