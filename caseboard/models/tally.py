"""What the pipeline found in released cases and what their checkers still found after it: kinds and numbers alone."""

from datetime import date

from sqlalchemy import CheckConstraint, Date, String
from sqlalchemy.orm import Mapped, mapped_column

from caseboard.db import Base


class StrippingTally(Base):
    """One kind of find in one released case; the row says in which month, and not in which case."""

    __tablename__ = "stripping_tally"
    __table_args__ = (CheckConstraint("found >= 0 AND missed >= 0 AND found + missed > 0", name="counts_something"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[date] = mapped_column(Date, index=True)
    kind: Mapped[str] = mapped_column(String(16))
    found: Mapped[int] = mapped_column(default=0)
    missed: Mapped[int] = mapped_column(default=0)
