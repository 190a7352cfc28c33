"""The house that hears of its own cluster, frozen with the week."""

import sqlalchemy as sa
from alembic import op

revision = "7b60d2f4c91e"
down_revision = "4e8a17c05bd9"
branch_labels = None
depends_on = None

KEY = "fk_theme_snapshot_local_jobcenter_id"


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("theme_snapshot", schema=None) as batch_op:
        batch_op.add_column(sa.Column("local_jobcenter_id", sa.String(length=32), nullable=True))
        batch_op.create_foreign_key(batch_op.f(KEY), "jobcenter", ["local_jobcenter_id"], ["id"])


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("theme_snapshot", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f(KEY), type_="foreignkey")
        batch_op.drop_column("local_jobcenter_id")
