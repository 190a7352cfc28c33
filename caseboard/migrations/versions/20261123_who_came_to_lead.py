"""Who came to lead a consultation, who took it up, and that what is hidden in a round can have been read."""

import sqlalchemy as sa
from alembic import op

revision = "bdf951ee9803"
down_revision = "7be1a90c2f64"
branch_labels = None
depends_on = None

ADDED = ("moderator_came_at", "co_moderator_came_at", "looked_at", "taken_up_at")


def upgrade() -> None:
    """Go forward; nobody noted until now whether those who led were there, so nobody loses what they have."""
    with op.batch_alter_table("case_session", schema=None) as batch_op:
        for name in ADDED:
            batch_op.add_column(sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE case_session SET moderator_came_at = started_at, co_moderator_came_at = started_at")


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("case_session", schema=None) as batch_op:
        for name in reversed(ADDED):
            batch_op.drop_column(name)
