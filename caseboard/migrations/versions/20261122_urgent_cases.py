"""Cases that cannot wait."""

import sqlalchemy as sa
from alembic import op

revision = "1b25d65dcb6e"
down_revision = "279c56bdc42c"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.add_column(sa.Column("urgent", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.drop_column("urgent")
