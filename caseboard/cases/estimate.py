"""The lights of a case: put into its row after stripping, and estimated again when others have masked more of it."""

from typing import Any

from caseboard import anonymize
from caseboard.anonymize import Lights, Restored, Risk, SafeText
from caseboard.cases.wording import FIELDS
from caseboard.models import Case
from caseboard.models.case import Light, RestoredPassage


def put_lights(case: Case, lights: Lights) -> None:
    """Write the lights and their reasons into the row."""
    case.light, case.risk_reasons = Light(lights.written.light), _reasons(lights.written)
    case.live_light, case.live_reasons = Light(lights.live.light), _reasons(lights.live)
    case.anywhere_light = Light(lights.anywhere)


def put_restored(case: Case, restored: tuple[Restored, ...]) -> None:
    """Remember what was put back, once each."""
    case.restored = [
        RestoredPassage(kind=each.kind, passage=SafeText.trusted(each.surface)) for each in dict.fromkeys(restored)
    ]


def restored_in(case: Case | None) -> tuple[Restored, ...]:
    """What the author put back in the stored version of a case."""
    return tuple(Restored(row.kind, str(row.passage)) for row in case.restored) if case else ()


def estimate_again(case: Case) -> None:
    """Estimate from the stored text as it stands now; what was put back and is gone is forgotten."""
    texts = [text for name in FIELDS if (text := getattr(case, name))]
    still = anonymize.still_said(texts, restored_in(case))
    case.restored = [row for row in case.restored if Restored(row.kind, str(row.passage)) in still]
    put_lights(case, anonymize.estimate(texts, still, case.county))


def _reasons(risk: Risk) -> list[dict[str, Any]]:
    return [{"code": each.code, "attributes": list(each.attributes), "band": each.band} for each in risk.reasons]
