"""Which tables the worker has to rewrite, because words were deleted from them."""

import sqlalchemy as sa
from alembic import op

revision = "04988010d020"
down_revision = "5f0c9d7e21ab"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "deleted_words",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=63), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deleted_words")),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("deleted_words")
