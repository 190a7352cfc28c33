"""Kinds of cards, and the first step as it stands on the live board."""

import sqlalchemy as sa
from alembic import op

revision = "5c1f0a7be2d4"
down_revision = "85e6ebc707de"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("case_session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("first_step", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("case_giver_needs_time_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("perspective", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(length=32), server_default="thought", nullable=False))
        batch_op.create_check_constraint(batch_op.f("ck_perspective_card_kind"), "kind IN ('thought', 'offer', 'note')")


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("perspective", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_perspective_card_kind"), type_="check")
        batch_op.drop_column("kind")
    with op.batch_alter_table("case_session", schema=None) as batch_op:
        batch_op.drop_column("case_giver_needs_time_at")
        batch_op.drop_column("first_step")
