"""What a night has learned, and whose word on cases holds."""

import sqlalchemy as sa
from alembic import op

revision = "5f0c2e9a71d4"
down_revision = "c41be07a93d5"
branch_labels = None
depends_on = None

COLUMNS = {
    "near_duplicate": "case_id",
    "theme_assignment": "case_id, theme_id, score, counts, model_version",
}

PRESENT = """
INSERT INTO theme_model (id, run_id, version, labels, digest, content, at)
SELECT 1, id, version, 0, '', NULL, finished_at FROM model_run
WHERE state = 'done' AND finished_at IS NOT NULL ORDER BY finished_at DESC LIMIT 1
"""
"""The last run made what is there; what it had learned was not kept."""


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "theme_model",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("run_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("labels", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), server_default="", nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_theme_model_only_one")),
        sa.CheckConstraint("(content IS NULL) = (digest = '')", name=op.f("ck_theme_model_digest_of_something")),
        sa.ForeignKeyConstraint(["run_id"], ["model_run.id"], name=op.f("fk_theme_model_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme_model")),
    )
    op.execute(PRESENT)
    former = _set_aside("WHERE true")
    _make(by_run=True)
    for table, columns in COLUMNS.items():
        op.create_index(op.f(f"ix_{table}_case_id"), table, ["case_id"])
        _copy(f"INSERT INTO {table} (run_id, {columns}) SELECT m.run_id, {columns} FROM {former[table]}, theme_model m")  # noqa: S608
        op.drop_table(former[table])


def downgrade() -> None:
    """Go back."""
    former = _set_aside("WHERE run_id IN (SELECT run_id FROM theme_model)")
    _make(by_run=False)
    for table, columns in COLUMNS.items():
        _copy(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {former[table]}")  # noqa: S608
        op.drop_table(former[table])
    op.drop_table("theme_model")


def _set_aside(which: str) -> dict[str, str]:
    """Keep the rows in tables without keys while the real ones are made anew; their names."""
    for table, columns in COLUMNS.items():
        _copy(f"CREATE TABLE former_{table} AS SELECT {columns} FROM {table} {which}")  # noqa: S608
        op.drop_table(table)
    return {table: f"former_{table}" for table in COLUMNS}


def _copy(statement: str) -> None:
    """Names of our own alone stand in it."""
    op.execute(sa.text(statement))


def _make(*, by_run: bool) -> None:
    def run(table: str) -> tuple[sa.Column | sa.ForeignKeyConstraint, ...]:
        if not by_run:
            return ()
        key = sa.ForeignKeyConstraint(["run_id"], ["model_run.id"], name=op.f(f"fk_{table}_run_id"))
        return (sa.Column("run_id", sa.String(length=32), nullable=False), key)

    first = ("run_id",) if by_run else ()
    op.create_table(
        "near_duplicate",
        *run("near_duplicate"),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_near_duplicate_case_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint(*first, "case_id", name=op.f("pk_near_duplicate")),
    )
    op.create_table(
        "theme_assignment",
        *run("theme_assignment"),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("theme_id", sa.String(length=48), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("model_version", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_theme_assignment_case_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_theme_assignment_theme_id")),
        sa.PrimaryKeyConstraint(*first, "case_id", "theme_id", name=op.f("pk_theme_assignment")),
    )
