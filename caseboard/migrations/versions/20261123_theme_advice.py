"""Recommendations of the quarterly report on single families of themes."""

import sqlalchemy as sa
from alembic import op

revision = "e8a6d05b31f4"
down_revision = "c41f7be2905d"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "theme_advice",
        sa.Column("quarter", sa.Date(), nullable=False),
        sa.Column("theme_id", sa.String(length=48), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quarter"], ["theme_report.quarter"], name=op.f("fk_theme_advice_quarter"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_theme_advice_theme_id")),
        sa.PrimaryKeyConstraint("quarter", "theme_id", name=op.f("pk_theme_advice")),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("theme_advice")
