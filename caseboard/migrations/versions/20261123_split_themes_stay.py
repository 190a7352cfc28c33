"""A theme that was split stays in use for what nobody has moved."""

from alembic import op

revision = "4e8a17c05bd9"
down_revision = "d3b1f2a96c40"
branch_labels = None
depends_on = None

NAME = "ck_theme_theme_state"


def upgrade() -> None:
    """Go forward."""
    op.execute("UPDATE theme SET state = 'active' WHERE state = 'split'")
    _allow("'active', 'retired', 'merged'")


def downgrade() -> None:
    """Go back."""
    _allow("'active', 'retired', 'merged', 'split'")


def _allow(states: str) -> None:
    with op.batch_alter_table("theme", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f(NAME), type_="check")
        batch_op.create_check_constraint(batch_op.f(NAME), f"state IN ({states})")
