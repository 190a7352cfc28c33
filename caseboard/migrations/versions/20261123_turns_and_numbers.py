"""The round of turns and the number of the phase were written and never read; who has the turn and the phase say both."""

import sqlalchemy as sa
from alembic import op

revision = "3d7a60f1c9e4"
down_revision = "bdf951ee9803"
branch_labels = None
depends_on = None

DROPPED = ("turn_round", "phase_number")


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("case_session", schema=None) as batch_op:
        for name in DROPPED:
            batch_op.drop_column(name)


def downgrade() -> None:
    """Go back; what was never read is not counted anew."""
    with op.batch_alter_table("case_session", schema=None) as batch_op:
        for name in reversed(DROPPED):
            batch_op.add_column(sa.Column(name, sa.Integer(), server_default="0", nullable=False))
