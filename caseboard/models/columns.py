"""Column shapes that several tables share: unguessable ids, words from a closed list, and moments."""

import secrets
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from sqlalchemy import Enum, String
from sqlalchemy.orm import mapped_column

from caseboard import clock
from caseboard.db import Instant

PublicId = Annotated[
    str, mapped_column(String(32), primary_key=True, default=lambda: secrets.token_hex(16), sort_order=-1)
]
"""A random 128-bit id: it can be shown in an address, says nothing about order and cannot be guessed."""

Moment = Annotated[datetime, mapped_column(Instant, default=clock.now)]
"""When the row came into being, unless said otherwise."""

MaybeMoment = Annotated[datetime | None, mapped_column(Instant)]
"""When something happened, or nothing if it has not."""


def words(kind: type[StrEnum], name: str) -> Enum:
    """A column type for a closed list of words, stored by value and checked by the database."""
    return Enum(
        kind,
        name=name,
        native_enum=False,
        create_constraint=True,
        validate_strings=True,
        values_callable=lambda members: [member.value for member in members],
        length=32,
    )
