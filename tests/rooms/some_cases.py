"""Cases for the tests of checking, reading and erasing: stored as the airlock would have left them."""

from typing import Any

from caseboard.anonymize import SafeText
from caseboard.cases.checks import service
from caseboard.db import db
from caseboard.models import Case, CaseExclusion, CaseState, CaseTheme, ThemeLabel, User
from caseboard.models.case import KeptWord
from tests.actors import Actor

TEXTS = {
    "title": "Lange ohne Arbeit seit dem Brand",
    "situation": "[Kundin] war nach dem Brand der Kugellagerhalle lange krank.\nSeither meidet sie Gruppen.",
    "attempts": "Zwei Gespräche, ein Praktikum im Lager.",
    "key_question": "Wie gelingt ein Anfang ohne Gruppe?",
    "hope": "Ein Platz mit wenigen Menschen.",
}
REASON = {"code": "combination", "attributes": ["AGE", "ORIGIN"], "band": "5-10"}


def safe(text: str) -> SafeText:
    """Text that counts as stripped."""
    return SafeText.trusted(text)


def submitted_case(
    author: Actor,
    *,
    kept: tuple[str, ...] = (),
    leaves_out: tuple[str, ...] = (),
    themes: tuple[str, ...] = (),
    texts: dict[str, str] | None = None,
    **columns: Any,
) -> Case:
    """A case that waits for its first check, unless `columns` say otherwise."""
    user: User = author.user
    words = {name: safe(text) for name, text in {**TEXTS, **(texts or {})}.items()}
    case = Case(
        **{
            "author_id": user.id,
            "jobcenter_id": user.jobcenter_id,
            "state": CaseState.SUBMITTED,
            "light": "green",
            "anonymizer": "test",
            "kept_words": len(kept),
            "kept": [KeptWord(word=safe(word)) for word in kept],
            "exclusions": [CaseExclusion(jobcenter_id=key) for key in leaves_out],
            "theme_rows": [CaseTheme(theme_id=key) for key in themes],
            "labels": [ThemeLabel(theme_id=key, says=True, user_id=user.id) for key in themes],
            **words,
            **columns,
        }
    )
    db.session.add(case)
    db.session.commit()
    return case


def released_case(author: Actor, first: Actor, second: Actor, **options: Any) -> Case:
    """A case that two people have let through."""
    case = submitted_case(author, **options)
    service.pass_check(first.user, case)
    service.pass_check(second.user, case, {service.reason_key(reason) for reason in case.risk_reasons})
    return case
