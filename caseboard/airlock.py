"""The airlock: the one way for typed text into the house; the database takes nothing that did not pass it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from wordfreq import zipf_frequency

from caseboard import anonymize
from caseboard.anonymize import Profile, Restored, SafeText, Stripped
from caseboard.db import db
from caseboard.errors import InvalidInput, Unavailable
from caseboard.models import Jobcenter
from caseboard.refusals import refusal

if TYPE_CHECKING:
    from caseboard.anonymize.stripping import Case as Document

LIMIT = 12_000
"""The longest document in characters; longer ones are refused before the pipeline sees them."""

FAR_MORE_USUAL = 0.99
"""On the Zipf scale, where one step is ten times as often; first names and surnames stay below it."""

NO_LETTERS = ".,;:!?…“”\"'()"

TOO_LONG = _l("This is longer than 12,000 characters. Please shorten it; your text is still here.")


def inspect(fields: Mapping[str, str]) -> None:
    """Refuse what no honest text contains, before anything else looks at it.

    Raises:
        InvalidInput: with one sentence per field.
    """
    if sum(map(len, fields.values())) > LIMIT:
        longest = max(fields, key=lambda name: len(fields[name]))
        raise InvalidInput({longest: TOO_LONG})
    refused = {name: sentence for name, text in fields.items() if (sentence := refusal(text))}
    if refused:
        raise InvalidInput(refused)


def through(
    fields: Mapping[str, str],
    *,
    profile: Profile = "case",
    allow: Sequence[str] = (),
) -> Stripped:
    """Strip the fields of one document together, so that what is found in one is masked in all.

    Raises:
        InvalidInput: the text cannot be taken as it is.
        Unavailable: stripping cannot run; nothing may be stored.
    """
    return anonymize.decide(read(fields, profile=profile, allow=allow))


def read(
    fields: Mapping[str, str],
    *,
    known: Sequence[str] = (),
    profile: Profile = "case",
    allow: Sequence[str] = (),
    remembered: Sequence[Restored] = (),
) -> "Document":
    """Let one document into the airlock; out of it comes only what `anonymize.decide` makes of it.

    Raises:
        InvalidInput: the text cannot be taken as it is.
        Unavailable: stripping cannot run; nothing may be stored.
    """
    inspect(fields)
    try:
        return anonymize.read(fields, known=known, profile=profile, allow=allow, remembered=remembered)
    except anonymize.EngineUnavailable:
        raise Unavailable from None


def business(fields: Mapping[str, str], *, allow: Sequence[str] = ()) -> Stripped:
    """Strip what is written about the work of the network: the names of its houses and counties may stay."""
    rows = db.session.execute(select(Jobcenter.name, Jobcenter.county)).all()
    return through(fields, profile="business", allow=sorted({*allow, *(name for row in rows for name in row)}))


def safe(text: str, *, field: str = "text", profile: Profile = "contribution", allow: Sequence[str] = ()) -> SafeText:
    """Strip one contribution; see `through`."""
    return through({field: text}, profile=profile, allow=allow).texts[field]


def english_words(text: str) -> list[str]:
    """The phrases of words far more usual in English than in German: "ways" and "rough sleeping" are no surnames.

    Words go on with a phrase in lower case alone: "Hope Young" are two phrases, so that the name of a person which is
    made of English words is still found as a whole.
    """
    phrases: list[list[str]] = []
    goes_on = False
    for piece in text.split():
        word = piece.strip(NO_LETTERS)
        english = zipf_frequency(word, "en") - zipf_frequency(word, "de") >= FAR_MORE_USUAL
        if english and goes_on and word.islower() and piece[0] not in NO_LETTERS:
            phrases[-1].append(word)
        elif english:
            phrases.append([word])
        goes_on = english and piece[-1] not in NO_LETTERS
    return list(dict.fromkeys(map(" ".join, phrases)))
