"""Labels and events of themes, what is reckoned from them, and traces of ended cases."""

import sqlalchemy as sa
from alembic import op

revision = "e8095a25b7ce"
down_revision = "5c1f0a7be2d4"
branch_labels = None
depends_on = None

CHECKS = {
    "redirects_when_merged": "(state = 'merged') = (merged_into_id IS NOT NULL)",
    "not_into_itself": "merged_into_id <> id",
    "not_its_own_parent": "parent_id <> id",
}

FORMER_TICKS = """
INSERT INTO theme_label (case_id, theme_id, says, user_id, at)
SELECT c.id, t.theme_id, true, c.author_id, c.created_at FROM case_theme t JOIN "case" c ON c.id = t.case_id
"""
"""What authors had ticked before ticks were remembered one by one."""


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "theme_candidate",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.Column("houses", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "accepted",
                "dismissed",
                name="candidate_state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme_candidate")),
    )
    with op.batch_alter_table("theme_candidate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_theme_candidate_state"), ["state"], unique=False)

    op.create_table(
        "theme_count",
        sa.Column("theme_id", sa.String(length=48), nullable=False),
        sa.Column("jobcenter_id", sa.String(length=32), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("model_version", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["jobcenter_id"], ["jobcenter.id"], name=op.f("fk_theme_count_jobcenter_id")),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_theme_count_theme_id")),
        sa.PrimaryKeyConstraint("theme_id", "jobcenter_id", "month", name=op.f("pk_theme_count")),
    )
    op.create_table(
        "theme_trace",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("theme_id", sa.String(length=48), nullable=False),
        sa.Column("jobcenter_id", sa.String(length=32), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("n", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("n > 0", name=op.f("ck_theme_trace_counts_something")),
        sa.ForeignKeyConstraint(["jobcenter_id"], ["jobcenter.id"], name=op.f("fk_theme_trace_jobcenter_id")),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_theme_trace_theme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme_trace")),
    )
    with op.batch_alter_table("theme_trace", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_theme_trace_month"), ["month"], unique=False)

    op.create_table(
        "model_run",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "queued",
                "running",
                "done",
                "cancelled",
                "failed",
                name="run_state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("decides", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("asked_by_id", sa.String(length=32), nullable=True),
        sa.Column("stopped_by_id", sa.String(length=32), nullable=True),
        sa.Column("stop_asked", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("step", sa.String(length=32), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["asked_by_id"], ["user.id"], name=op.f("fk_model_run_asked_by_id")),
        sa.ForeignKeyConstraint(["stopped_by_id"], ["user.id"], name=op.f("fk_model_run_stopped_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_model_run")),
    )
    with op.batch_alter_table("model_run", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_model_run_state"), ["state"], unique=False)

    op.create_table(
        "rule_setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("numbers", sa.JSON(), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_rule_setting_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_setting")),
    )
    op.create_table(
        "theme_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "edit",
                "merge",
                "split",
                "retire",
                "reactivate",
                "accept",
                "dismiss",
                "undo",
                name="event_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("theme_id", sa.String(length=48), nullable=True),
        sa.Column("candidate_id", sa.String(length=32), nullable=True),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["theme_candidate.id"], name=op.f("fk_theme_event_candidate_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_theme_event_theme_id")),
        sa.ForeignKeyConstraint(["undoes_id"], ["theme_event.id"], name=op.f("fk_theme_event_undoes_id")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_theme_event_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme_event")),
        sa.UniqueConstraint("undoes_id", name=op.f("uq_theme_event_undoes_id")),
    )
    with op.batch_alter_table("theme_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_theme_event_theme_id"), ["theme_id"], unique=False)

    op.create_table(
        "theme_follower",
        sa.Column("theme_id", sa.String(length=48), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_theme_follower_theme_id")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_theme_follower_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("theme_id", "user_id", name=op.f("pk_theme_follower")),
    )
    op.create_table(
        "near_duplicate",
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_near_duplicate_case_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_near_duplicate")),
    )
    op.create_table(
        "theme_assignment",
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("theme_id", sa.String(length=48), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("model_version", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_theme_assignment_case_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_theme_assignment_theme_id")),
        sa.PrimaryKeyConstraint("case_id", "theme_id", name=op.f("pk_theme_assignment")),
    )
    op.create_table(
        "theme_candidate_case",
        sa.Column("candidate_id", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["theme_candidate.id"],
            name=op.f("fk_theme_candidate_case_candidate_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_theme_candidate_case_case_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("candidate_id", "case_id", name=op.f("pk_theme_candidate_case")),
    )
    op.create_table(
        "theme_label",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("theme_id", sa.String(length=48), nullable=True),
        sa.Column("says", sa.Boolean(), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_theme_label_case_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["event_id"], ["theme_event.id"], name=op.f("fk_theme_label_event_id")),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_theme_label_theme_id")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_theme_label_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme_label")),
    )
    with op.batch_alter_table("theme_label", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_theme_label_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_theme_label_theme_id"), ["theme_id"], unique=False)

    op.create_table(
        "theme_signal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.String(length=32), nullable=False),
        sa.Column("theme_id", sa.String(length=48), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("evaluated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "standing",
            sa.Enum(
                "no_basis",
                "quiet",
                "watch",
                "signal",
                "local",
                "standing",
                name="standing",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("jobcenter_id", sa.String(length=32), nullable=True),
        sa.Column("weak", sa.Integer(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("rule_version", sa.String(length=64), nullable=False),
        sa.Column("model_version", sa.String(length=64), nullable=False),
        sa.CheckConstraint(
            "(standing = 'local') OR (jobcenter_id IS NULL)", name=op.f("ck_theme_signal_house_only_when_local")
        ),
        sa.ForeignKeyConstraint(["jobcenter_id"], ["jobcenter.id"], name=op.f("fk_theme_signal_jobcenter_id")),
        sa.ForeignKeyConstraint(["run_id"], ["model_run.id"], name=op.f("fk_theme_signal_run_id")),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_theme_signal_theme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme_signal")),
        sa.UniqueConstraint("run_id", "theme_id", name=op.f("uq_theme_signal_run_id_theme_id")),
    )
    with op.batch_alter_table("theme_signal", schema=None) as batch_op:
        batch_op.create_index("ix_theme_signal_theme_id_evaluated_at", ["theme_id", "evaluated_at"], unique=False)

    with op.batch_alter_table("theme", schema=None) as batch_op:
        batch_op.add_column(sa.Column("excludes", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(
            sa.Column(
                "origin",
                sa.Enum(
                    "shipped",
                    "split",
                    "candidate",
                    name="theme_origin",
                    native_enum=False,
                    create_constraint=True,
                    length=32,
                ),
                server_default="shipped",
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("parent_id", sa.String(length=48), nullable=True))
        batch_op.add_column(sa.Column("merged_into_id", sa.String(length=48), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_theme_merged_into_id"), "theme", ["merged_into_id"], ["id"])
        batch_op.drop_constraint(batch_op.f("ck_theme_theme_state"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("ck_theme_theme_state"), "state IN ('active', 'retired', 'merged', 'split')"
        )
        for name, condition in CHECKS.items():
            batch_op.create_check_constraint(batch_op.f(f"ck_theme_{name}"), condition)
        batch_op.create_foreign_key(batch_op.f("fk_theme_parent_id"), "theme", ["parent_id"], ["id"])

    with op.batch_alter_table("theme_snapshot", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "standing",
                sa.Enum(
                    "no_basis",
                    "quiet",
                    "watch",
                    "signal",
                    "local",
                    "standing",
                    name="standing",
                    native_enum=False,
                    create_constraint=True,
                    length=32,
                ),
                server_default="no_basis",
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("evidence", sa.JSON(), server_default="{}", nullable=False))
        batch_op.add_column(sa.Column("quarters", sa.JSON(), server_default="{}", nullable=False))

    op.execute(FORMER_TICKS)


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("theme_snapshot", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_theme_snapshot_standing"), type_="check")
    with op.batch_alter_table("theme_snapshot", schema=None) as batch_op:
        batch_op.drop_column("quarters")
        batch_op.drop_column("evidence")
        batch_op.drop_column("standing")

    op.execute("UPDATE theme SET state = 'retired', merged_into_id = NULL WHERE state IN ('merged', 'split')")
    with op.batch_alter_table("theme", schema=None) as batch_op:
        for name in (*CHECKS, "theme_origin", "theme_state"):
            batch_op.drop_constraint(batch_op.f(f"ck_theme_{name}"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_theme_theme_state"), "state IN ('active', 'retired')")
    with op.batch_alter_table("theme", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_theme_parent_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_theme_merged_into_id"), type_="foreignkey")
        batch_op.drop_column("merged_into_id")
        batch_op.drop_column("parent_id")
        batch_op.drop_column("origin")
        batch_op.drop_column("excludes")

    with op.batch_alter_table("theme_signal", schema=None) as batch_op:
        batch_op.drop_index("ix_theme_signal_theme_id_evaluated_at")

    op.drop_table("theme_signal")
    with op.batch_alter_table("theme_label", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_theme_label_theme_id"))
        batch_op.drop_index(batch_op.f("ix_theme_label_case_id"))

    op.drop_table("theme_label")
    op.drop_table("theme_candidate_case")
    op.drop_table("theme_assignment")
    op.drop_table("near_duplicate")
    op.drop_table("theme_follower")
    with op.batch_alter_table("theme_event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_theme_event_theme_id"))

    op.drop_table("theme_event")
    op.drop_table("rule_setting")
    with op.batch_alter_table("model_run", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_model_run_state"))

    op.drop_table("model_run")
    with op.batch_alter_table("theme_trace", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_theme_trace_month"))

    op.drop_table("theme_trace")
    op.drop_table("theme_count")
    with op.batch_alter_table("theme_candidate", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_theme_candidate_state"))

    op.drop_table("theme_candidate")
