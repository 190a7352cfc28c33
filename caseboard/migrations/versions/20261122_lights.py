"""Lights of live sessions, and what authors put back."""

import sqlalchemy as sa
from alembic import op

revision = "ab1830f84350"
down_revision = "1b25d65dcb6e"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "restored_passage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("passage", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_restored_passage_case_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_restored_passage")),
    )
    with op.batch_alter_table("restored_passage", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_restored_passage_case_id"), ["case_id"], unique=False)

    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "live_light",
                sa.Enum(
                    "green", "amber", "red", name="live_light", native_enum=False, create_constraint=True, length=32
                ),
                server_default="red",
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("live_reasons", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(
            sa.Column(
                "anywhere_light",
                sa.Enum(
                    "green", "amber", "red", name="anywhere_light", native_enum=False, create_constraint=True, length=32
                ),
                server_default="red",
                nullable=False,
            )
        )


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_case_anywhere_light"), type_="check")
        batch_op.drop_constraint(op.f("ck_case_live_light"), type_="check")
        batch_op.drop_column("anywhere_light")
        batch_op.drop_column("live_reasons")
        batch_op.drop_column("live_light")

    with op.batch_alter_table("restored_passage", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_restored_passage_case_id"))

    op.drop_table("restored_passage")
