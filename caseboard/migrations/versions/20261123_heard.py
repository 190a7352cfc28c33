"""What advisers say of a theme, by quarter."""

import sqlalchemy as sa
from alembic import op

revision = "d3b1f2a96c40"
down_revision = "cce595f50382"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("theme_snapshot", schema=None) as batch_op:
        batch_op.add_column(sa.Column("heard", sa.JSON(), server_default="{}", nullable=False))


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("theme_snapshot", schema=None) as batch_op:
        batch_op.drop_column("heard")
