"""Cases that only count for their themes, and the quarterly report with its files."""

import sqlalchemy as sa
from alembic import op

revision = "c41be07a93d5"
down_revision = "92ab9202131a"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "theme_report",
        sa.Column("quarter", sa.Date(), nullable=False),
        sa.Column("recommendations", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("quarter", name=op.f("pk_theme_report")),
    )
    op.create_table(
        "theme_report_file",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("quarter", sa.Date(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("media_type", sa.String(length=80), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("wanted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(content IS NULL) = (made_at IS NULL)", name=op.f("ck_theme_report_file_made_with_content")
        ),
        sa.ForeignKeyConstraint(
            ["quarter"], ["theme_report.quarter"], name=op.f("fk_theme_report_file_quarter"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme_report_file")),
        sa.UniqueConstraint("quarter", "language", name=op.f("uq_theme_report_file_quarter_language")),
    )
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.add_column(sa.Column("out_of_reach", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("widespread", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.drop_column("widespread")
        batch_op.drop_column("out_of_reach")

    op.drop_table("theme_report_file")
    op.drop_table("theme_report")
