"""How a consultation goes, as data that network administration edits: phases, minutes and who acts in them."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from caseboard.db import Base


class Process(Base):
    """One way to hold a consultation. Its phases are copied into `CaseSession.agenda` when one is planned.

    A phase is an object as in `data/processes.yaml`; `sessions/phases.py` reads it.
    """

    __tablename__ = "process"
    __table_args__ = (
        CheckConstraint("live OR written", name="live_or_written"),
        CheckConstraint("least_people >= 2 AND most_people >= least_people", name="people"),
    )

    id: Mapped[str] = mapped_column(String(48), primary_key=True)
    name_de: Mapped[str] = mapped_column(String(120))
    name_en: Mapped[str] = mapped_column(String(120))
    line_de: Mapped[str] = mapped_column(String(300))
    line_en: Mapped[str] = mapped_column(String(300))
    live: Mapped[bool]
    written: Mapped[bool]
    least_people: Mapped[int]
    most_people: Mapped[int]
    phases: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads this attribute as it stands
