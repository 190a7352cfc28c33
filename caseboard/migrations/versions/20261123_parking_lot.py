"""When the group came back to a card that had been parked."""

import sqlalchemy as sa
from alembic import op

revision = "7be1a90c2f64"
down_revision = "0f0718db5f99"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("perspective", schema=None) as batch_op:
        batch_op.add_column(sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("perspective", schema=None) as batch_op:
        batch_op.drop_column("settled_at")
