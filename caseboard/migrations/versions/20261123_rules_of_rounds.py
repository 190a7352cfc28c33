"""When somebody has read the rules of written rounds."""

import sqlalchemy as sa
from alembic import op

revision = "0f0718db5f99"
down_revision = "04988010d020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("user", schema=None) as batch_op:
        batch_op.add_column(sa.Column("round_rules_read_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("user", schema=None) as batch_op:
        batch_op.drop_column("round_rules_read_at")
