"""The themes that were part of another one, frozen with the week."""

import json

import sqlalchemy as sa
from alembic import op

revision = "5f0c9d7e21ab"
down_revision = "e8a6d05b31f4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward; a theme was part of another one in every week since it had figures of its own."""
    with op.batch_alter_table("theme_snapshot", schema=None) as batch_op:
        batch_op.add_column(sa.Column("parts", sa.JSON(), server_default="[]", nullable=False))
    connection = op.get_bind()
    into = dict(
        connection.execute(sa.text("SELECT id, merged_into_id FROM theme WHERE merged_into_id IS NOT NULL")).all()
    )
    last = dict(connection.execute(sa.text("SELECT theme_id, max(week) FROM theme_snapshot GROUP BY theme_id")).all())
    for row in connection.execute(sa.text("SELECT id, theme_id, week FROM theme_snapshot")).all():
        gone = {key: into[key] for key in into if last.get(key, row.week) < row.week}
        if parts := [key for key in sorted(gone) if _end(key, gone) == row.theme_id]:
            named = {"parts": json.dumps(parts), "id": row.id}
            connection.execute(sa.text("UPDATE theme_snapshot SET parts = :parts WHERE id = :id"), named)


def _end(key: str, into: dict[str, str]) -> str:
    seen = set()
    while key in into and key not in seen:
        seen.add(key)
        key = into[key]
    return key


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("theme_snapshot", schema=None) as batch_op:
        batch_op.drop_column("parts")
