"""The lights of a preview in words: what causes them, and what an author can do about them, each with its outcome."""

from dataclasses import astuple, dataclass

from flask_babel import LazyString, gettext

from caseboard.anonymize import Offer, Reason, Risk
from caseboard.cases import wording
from caseboard.cases.stripping import Reading
from caseboard.models.case import Light


@dataclass(frozen=True)
class LightView:
    """One of the two lights with what causes it."""

    name: str
    level: str
    label: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class OfferView:
    """Something that could be put more generally, and both lights as they will shine then."""

    steps: tuple[str, ...]
    words: str
    written: str
    live: str

    @property
    def helps(self) -> bool:
        """Whether it turns both lights green."""
        return self.written == self.live == Light.GREEN

    @property
    def lights(self) -> tuple[tuple[str, str], ...]:
        """Level and words of both lights."""
        return tuple(
            (level, f"{name}: {wording.SHORT_LIGHTS[Light(level)]}")
            for name, level in ((wording.WRITTEN_ROUND, self.written), (wording.LIVE_SESSION, self.live))
        )


def lights(reading: Reading) -> tuple[LightView, LightView]:
    """The written round and the live session."""
    stripped = reading.stripped
    return (
        _light(wording.WRITTEN_ROUND, stripped.risk),
        _light(wording.LIVE_SESSION, stripped.live, said=stripped.risk.reasons),
    )


def _light(name: LazyString, risk: Risk, said: tuple[Reason, ...] = ()) -> LightView:
    """A light with the reasons that were not said of another one already."""
    label = str(wording.LIGHTS[Light(risk.light)])
    reasons = tuple(wording.reason(*astuple(each)) for each in risk.reasons if each not in said)
    if len(reasons) < len(risk.reasons):
        reasons = (gettext("What is named above."), *reasons)
    return LightView(str(name), risk.light, label, reasons)


def taken(reading: Reading) -> tuple[tuple[str, str], ...]:
    """The steps that were taken, in the words they stand for in the text."""
    words = {f"{wording.HIDDEN}{find.key}": (find.surface,) for find in reading.stripped.finds}
    return tuple((step, wording.step((step,), words.get(step, ()))) for step in sorted(reading.decisions.coarser))


def offers(reading: Reading) -> tuple[OfferView, ...]:
    """What turns both lights green first, then what helps at all, the rest not."""
    now = reading.stripped.risk.light, reading.stripped.live.light
    views = [
        OfferView(each.steps, wording.step(each.steps, each.surfaces), each.written, each.live)
        for each in reading.offers
        if each.decision == "coarser" and (each.written, each.live) != now
    ]
    return tuple(sorted(views, key=lambda view: (not view.helps, len(view.steps))))


def afterwards(offer: Offer) -> str:
    """The lights once this is put back."""
    written, live = (wording.SHORT_LIGHTS[Light(level)] for level in (offer.written, offer.live))
    return gettext("Light afterwards: written round %(written)s, live session %(live)s.", written=written, live=live)
