"""Consultations that move to another date, and case givers who speak."""

import sqlalchemy as sa
from alembic import op

revision = "85e6ebc707de"
down_revision = "ab1830f84350"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("case_session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("case_giver_speaks", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("moved_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("move_reason", sa.Text(), nullable=True))


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("case_session", schema=None) as batch_op:
        batch_op.drop_column("move_reason")
        batch_op.drop_column("moved_at")
        batch_op.drop_column("case_giver_speaks")
