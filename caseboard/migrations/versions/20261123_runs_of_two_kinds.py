"""Runs that look for candidates, and which example of a candidate is the most typical one."""

import sqlalchemy as sa
from alembic import op

revision = "c41f7be2905d"
down_revision = "7b60d2f4c91e"
branch_labels = None
depends_on = None

KINDS = sa.Enum("rebuild", "search", name="run_kind", native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("model_run", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", KINDS, server_default="rebuild", nullable=False))
    with op.batch_alter_table("theme_candidate_case", schema=None) as batch_op:
        batch_op.add_column(sa.Column("place", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("theme_candidate_case", schema=None) as batch_op:
        batch_op.drop_column("place")
    with op.batch_alter_table("model_run", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_model_run_run_kind"), type_="check")
        batch_op.drop_column("kind")
