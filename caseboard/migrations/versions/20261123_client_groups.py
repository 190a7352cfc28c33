"""The client group of a case, and the groups that are named beside the figures of a quarter."""

import sqlalchemy as sa
from alembic import op

revision = "a7d9c3510e2b"
down_revision = "5f0c2e9a71d4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.add_column(sa.Column("client_group", sa.String(length=24), nullable=True))
    with op.batch_alter_table("theme_snapshot", schema=None) as batch_op:
        batch_op.add_column(sa.Column("client_groups", sa.JSON(), server_default="{}", nullable=False))


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("theme_snapshot", schema=None) as batch_op:
        batch_op.drop_column("client_groups")
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.drop_column("client_group")
