"""Weeks in which candidates for themes were sought, and what makes a dismissed one known again."""

import sqlalchemy as sa
from alembic import op

revision = "92ab9202131a"
down_revision = "e8095a25b7ce"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "theme_candidate_search",
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("week", name=op.f("pk_theme_candidate_search")),
    )
    with op.batch_alter_table("theme_candidate", schema=None) as batch_op:
        batch_op.add_column(sa.Column("middle", sa.JSON(), server_default="{}", nullable=False))


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("theme_candidate", schema=None) as batch_op:
        batch_op.drop_column("middle")

    op.drop_table("theme_candidate_search")
