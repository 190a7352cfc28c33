"""What calendars show of a consultation counts by itself, apart from what people write in it."""

import sqlalchemy as sa
from alembic import op

revision = "cce595f50382"
down_revision = "a7d9c3510e2b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("case_session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("date_version", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("date_changed_at", sa.DateTime(timezone=True), nullable=True))
    # calendars hold the former numbers already and take nothing that counts lower
    op.execute("UPDATE case_session SET date_version = version, date_changed_at = moved_at")


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("case_session", schema=None) as batch_op:
        batch_op.drop_column("date_changed_at")
        batch_op.drop_column("date_version")
