"""Processes, planning, the live board, questions, and what comes afterwards."""

import sqlalchemy as sa
from alembic import op

revision = "279c56bdc42c"
down_revision = "b56f6fe47f67"
branch_labels = None
depends_on = None

ANSWERS = "('invited', 'tentative', 'accepted', 'substitute', 'declined')"
FORMER_STATES = (
    "'draft', 'submitted', 'sent_back', 'checked', 'released', 'scheduled', 'discussed', 'closed', 'withdrawn', "
    "'expired'"
)
FORMER_OUT = "('released', 'scheduled', 'discussed', 'closed')"
OUT = "('released', 'scheduled', 'discussed', 'followed_up', 'closed')"
RELEASED_BY_TWO = "(house_checker_id IS NOT NULL AND network_checker_id IS NOT NULL)"
TEXT = "(title IS NOT NULL AND situation IS NOT NULL)"

CASE_CHECKS = {
    "case_state": f"state IN ({FORMER_STATES}, 'followed_up')",
    "two_people_released": f"state NOT IN {OUT} OR {RELEASED_BY_TWO}",
    "red_is_never_released": f"state NOT IN {OUT} OR light <> 'red'",
    "has_text": f"state IN ('closed', 'withdrawn', 'expired') OR {TEXT}",
}
FORMER_CASE_CHECKS = {
    "case_state": f"state IN ({FORMER_STATES})",
    "two_people_released": f"state NOT IN {FORMER_OUT} OR {RELEASED_BY_TWO}",
    "red_is_never_released": f"state NOT IN {FORMER_OUT} OR light <> 'red'",
    "has_text": f"state IN ('withdrawn', 'expired') OR {TEXT}",
}


def _check(table: str, name: str, condition: str) -> None:
    """Put a check in the place of the one with the same name."""
    with op.batch_alter_table(table) as batch_op:
        batch_op.drop_constraint(batch_op.f(f"ck_{table}_{name}"), type_="check")
        batch_op.create_check_constraint(batch_op.f(f"ck_{table}_{name}"), condition)


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "process",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("name_de", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("line_de", sa.String(length=300), nullable=False),
        sa.Column("line_en", sa.String(length=300), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("written", sa.Boolean(), nullable=False),
        sa.Column("least_people", sa.Integer(), nullable=False),
        sa.Column("most_people", sa.Integer(), nullable=False),
        sa.Column("phases", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("least_people >= 2 AND most_people >= least_people", name=op.f("ck_process_people")),
        sa.CheckConstraint("live OR written", name=op.f("ck_process_live_or_written")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_process")),
    )
    op.create_table(
        "adviser_group",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("owner_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["user.id"], name=op.f("fk_adviser_group_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adviser_group")),
    )
    with op.batch_alter_table("adviser_group", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_adviser_group_owner_id"), ["owner_id"], unique=False)

    op.create_table(
        "calendar_feed",
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_calendar_feed_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_feed_token_hash")),
    )
    op.create_table(
        "adviser_group_member",
        sa.Column("group_id", sa.String(length=32), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["adviser_group.id"], name=op.f("fk_adviser_group_member_group_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_adviser_group_member_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("group_id", "user_id", name=op.f("pk_adviser_group_member")),
    )
    op.create_table(
        "helped",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=True),
        sa.Column("jobcenter_id", sa.String(length=32), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "waiting", "shown", "refused", name="helped_state", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("checker_id", sa.String(length=32), nullable=True),
        sa.Column("checker_jobcenter_id", sa.String(length=32), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("state <> 'shown' OR checker_id IS NOT NULL", name=op.f("ck_helped_shown_after_a_check")),
        sa.CheckConstraint("state = 'refused' OR text IS NOT NULL", name=op.f("ck_helped_has_text")),
        sa.CheckConstraint(
            "state = 'shown' OR jobcenter_id IS NOT NULL", name=op.f("ck_helped_knows_its_house_until_shown")
        ),
        sa.CheckConstraint(
            "(checker_id IS NULL) = (checker_jobcenter_id IS NULL)", name=op.f("ck_helped_checker_has_a_house")
        ),
        sa.CheckConstraint("checker_jobcenter_id <> jobcenter_id", name=op.f("ck_helped_checked_in_another_house")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_helped_case_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["checker_id", "checker_jobcenter_id"],
            ["user.id", "user.jobcenter_id"],
            name=op.f("fk_helped_checker_id_checker_jobcenter_id"),
        ),
        sa.ForeignKeyConstraint(["jobcenter_id"], ["jobcenter.id"], name=op.f("fk_helped_jobcenter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_helped")),
        sa.UniqueConstraint("case_id", name=op.f("uq_helped_case_id")),
    )
    op.create_table(
        "series",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("moderator_id", sa.String(length=32), nullable=False),
        sa.Column("co_moderator_id", sa.String(length=32), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("process_id", sa.String(length=48), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=True),
        sa.Column(
            "rhythm",
            sa.Enum("weeks", "months", name="rhythm", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("every", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=True),
        sa.Column("wall_time", sa.Time(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("video_link", sa.String(length=500), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(rhythm = 'months') = (nth IS NOT NULL)", name=op.f("ck_series_nth_of_the_month")),
        sa.CheckConstraint("(until IS NULL) <> (count IS NULL)", name=op.f("ck_series_ends_once")),
        sa.CheckConstraint("co_moderator_id <> moderator_id", name=op.f("ck_series_two_moderate")),
        sa.CheckConstraint("count >= 1", name=op.f("ck_series_count")),
        sa.CheckConstraint("every >= 1", name=op.f("ck_series_every")),
        sa.CheckConstraint("minutes BETWEEN 15 AND 240", name=op.f("ck_series_minutes")),
        sa.CheckConstraint("nth BETWEEN 1 AND 4 OR nth = -1", name=op.f("ck_series_nth")),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_series_weekday")),
        sa.ForeignKeyConstraint(["co_moderator_id"], ["user.id"], name=op.f("fk_series_co_moderator_id")),
        sa.ForeignKeyConstraint(
            ["group_id"], ["adviser_group.id"], name=op.f("fk_series_group_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["moderator_id"], ["user.id"], name=op.f("fk_series_moderator_id")),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_series_process_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )
    with op.batch_alter_table("series", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_series_moderator_id"), ["moderator_id"], unique=False)

    op.create_table(
        "card_group",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["case_session.id"], name=op.f("fk_card_group_session_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_group")),
        sa.UniqueConstraint("id", "session_id", name=op.f("uq_card_group_id_session_id")),
    )
    with op.batch_alter_table("card_group", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_card_group_session_id"), ["session_id"], unique=False)

    op.create_table(
        "feedback",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("useful", sa.Integer(), nullable=False),
        sa.Column("safe", sa.Integer(), nullable=False),
        sa.Column("led", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "useful BETWEEN 1 AND 5 AND safe BETWEEN 1 AND 5 AND led BETWEEN 1 AND 5",
            name=op.f("ck_feedback_one_to_five"),
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["case_session.id"], name=op.f("fk_feedback_session_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_feedback_session_id"), ["session_id"], unique=False)

    op.create_table(
        "feedback_given",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["case_session.id"], name=op.f("fk_feedback_given_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_feedback_given_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("session_id", "user_id", name=op.f("pk_feedback_given")),
    )
    op.create_table(
        "follow_up",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "answer",
            sa.Enum("done", "partly", "not", name="step_done", native_enum=False, create_constraint=True, length=32),
            nullable=True,
        ),
        sa.Column("helped", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name=op.f("ck_follow_up_answered_once")),
        sa.CheckConstraint("helped IS NULL OR answer IS NOT NULL", name=op.f("ck_follow_up_helped_needs_an_answer")),
        sa.CheckConstraint("reminders BETWEEN 0 AND 2", name=op.f("ck_follow_up_two_reminders_at_most")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["case_session.id"], name=op.f("fk_follow_up_session_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_follow_up")),
    )
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_follow_up_due_at"), ["due_at"], unique=False)

    op.create_table(
        "helped_theme",
        sa.Column("helped_id", sa.String(length=32), nullable=False),
        sa.Column("theme_id", sa.String(length=48), nullable=False),
        sa.ForeignKeyConstraint(
            ["helped_id"], ["helped.id"], name=op.f("fk_helped_theme_helped_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_helped_theme_theme_id")),
        sa.PrimaryKeyConstraint("helped_id", "theme_id", name=op.f("pk_helped_theme")),
    )
    op.create_table(
        "made_file",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "result_sheet", "certificate", name="made_kind", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("user_id", sa.String(length=32), nullable=True),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("media_type", sa.String(length=80), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("wanted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(kind = 'certificate') = (user_id IS NOT NULL)", name=op.f("ck_made_file_certificate_is_for_somebody")
        ),
        sa.CheckConstraint("(content IS NULL) = (made_at IS NULL)", name=op.f("ck_made_file_made_with_content")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["case_session.id"], name=op.f("fk_made_file_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_made_file_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_made_file")),
        sa.UniqueConstraint("session_id", "key", name=op.f("uq_made_file_session_id_key")),
    )
    with op.batch_alter_table("made_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_made_file_session_id"), ["session_id"], unique=False)

    op.create_table(
        "question",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("case_jobcenter_id", sa.String(length=32), nullable=False),
        sa.Column("asker_id", sa.String(length=32), nullable=False),
        sa.Column("jobcenter_id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "answered",
                "sent_back",
                name="question_state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("send_back_reason", sa.Text(), nullable=True),
        sa.Column("phase_key", sa.String(length=32), nullable=True),
        sa.Column("once_key", sa.String(length=64), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(state = 'answered') = (answer IS NOT NULL)", name=op.f("ck_question_answered_with_words")),
        sa.CheckConstraint("jobcenter_id <> case_jobcenter_id", name=op.f("ck_question_only_from_other_houses")),
        sa.ForeignKeyConstraint(
            ["asker_id", "jobcenter_id"],
            ["user.id", "user.jobcenter_id"],
            name=op.f("fk_question_asker_id_jobcenter_id"),
        ),
        sa.ForeignKeyConstraint(
            ["session_id", "case_id", "case_jobcenter_id"],
            ["case_session.id", "case_session.case_id", "case_session.case_jobcenter_id"],
            name=op.f("fk_question_session_id_case_id_case_jobcenter_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint("once_key", name=op.f("uq_question_once_key")),
    )
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_question_asker_id"), ["asker_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_question_session_id"), ["session_id"], unique=False)

    op.create_table(
        "session_slot",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("series_id", sa.String(length=32), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_session_slot_ends_after_it_starts")),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_session_slot_series_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["case_session.id"], name=op.f("fk_session_slot_session_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_slot")),
        sa.UniqueConstraint("session_id", name=op.f("uq_session_slot_session_id")),
    )
    with op.batch_alter_table("session_slot", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_slot_series_id"), ["series_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_session_slot_starts_at"), ["starts_at"], unique=False)
        batch_op.create_index(
            "uq_session_slot_date",
            ["series_id", "starts_at"],
            unique=True,
            sqlite_where=sa.text("cancelled_at IS NULL"),
            postgresql_where=sa.text("cancelled_at IS NULL"),
        )

    with op.batch_alter_table("case_session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("co_moderator_id", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("least_seats", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("most_seats", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("urgent", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("extensions", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("process_id", sa.String(length=48), nullable=True))
        batch_op.add_column(sa.Column("agenda", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("phase_number", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("phase_started_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("phase_ends_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("method_key", sa.String(length=48), nullable=True))
        batch_op.add_column(sa.Column("key_question", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("writes_alone", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("moderator_presents", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("turn_user_id", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("turn_round", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("started_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("touched_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f("ix_case_session_co_moderator_id"), ["co_moderator_id"], unique=False)
        batch_op.create_index(
            "uq_case_session_under_way",
            ["case_id"],
            unique=True,
            sqlite_where=sa.text("state IN ('planned', 'invited', 'running')"),
            postgresql_where=sa.text("state IN ('planned', 'invited', 'running')"),
        )
        batch_op.create_foreign_key(batch_op.f("fk_case_session_turn_user_id"), "user", ["turn_user_id"], ["id"])
        batch_op.create_foreign_key(batch_op.f("fk_case_session_process_id"), "process", ["process_id"], ["id"])
        batch_op.create_foreign_key(batch_op.f("fk_case_session_co_moderator_id"), "user", ["co_moderator_id"], ["id"])
        batch_op.create_check_constraint(batch_op.f("ck_case_session_two_moderate"), "co_moderator_id <> moderator_id")
        batch_op.create_check_constraint(
            batch_op.f("ck_case_session_seats"),
            "least_seats >= 1 AND (most_seats IS NULL OR most_seats >= least_seats)",
        )

    with op.batch_alter_table("perspective", schema=None) as batch_op:
        batch_op.add_column(sa.Column("phase_key", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("group_id", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("position", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("parked_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_perspective_group_id_session_id"),
            "card_group",
            ["group_id", "session_id"],
            ["id", "session_id"],
        )

    with op.batch_alter_table("seat", recreate="auto") as batch_op:
        batch_op.add_column(sa.Column("part", sa.String(length=32), server_default="adviser", nullable=False))
        batch_op.add_column(sa.Column("turns", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("needs_time_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("attended_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_check_constraint(
            batch_op.f("ck_seat_seat_part"), "part IN ('adviser', 'note_taker', 'observer')"
        )

    with op.batch_alter_table("user", schema=None) as batch_op:
        batch_op.add_column(sa.Column("rules_read_at", sa.DateTime(timezone=True), nullable=True))

    _check("seat", "seat_state", f"state IN {ANSWERS}")
    for name, condition in CASE_CHECKS.items():
        _check("case", name, condition)


def downgrade() -> None:
    """Go back."""
    for name, condition in FORMER_CASE_CHECKS.items():
        _check("case", name, condition)
    _check("seat", "seat_state", "state IN ('invited', 'accepted', 'declined')")
    with op.batch_alter_table("user", schema=None) as batch_op:
        batch_op.drop_column("rules_read_at")

    with op.batch_alter_table("seat", schema=None) as batch_op:
        batch_op.drop_column("attended_at")
        batch_op.drop_column("needs_time_at")
        batch_op.drop_column("turns")
        batch_op.drop_constraint(batch_op.f("ck_seat_seat_part"), type_="check")
        batch_op.drop_column("part")

    with op.batch_alter_table("perspective", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_perspective_group_id_session_id"), type_="foreignkey")
        batch_op.drop_column("taken_at")
        batch_op.drop_column("parked_at")
        batch_op.drop_column("position")
        batch_op.drop_column("group_id")
        batch_op.drop_column("phase_key")

    with op.batch_alter_table("case_session", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_case_session_two_moderate"), type_="check")
        batch_op.drop_constraint(batch_op.f("ck_case_session_seats"), type_="check")
        batch_op.drop_constraint(batch_op.f("fk_case_session_co_moderator_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_case_session_process_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_case_session_turn_user_id"), type_="foreignkey")
        batch_op.drop_index(
            "uq_case_session_under_way",
            sqlite_where=sa.text("state IN ('planned', 'invited', 'running')"),
            postgresql_where=sa.text("state IN ('planned', 'invited', 'running')"),
        )
        batch_op.drop_index(batch_op.f("ix_case_session_co_moderator_id"))
        batch_op.drop_column("touched_at")
        batch_op.drop_column("finished_at")
        batch_op.drop_column("started_at")
        batch_op.drop_column("turn_round")
        batch_op.drop_column("turn_user_id")
        batch_op.drop_column("moderator_presents")
        batch_op.drop_column("writes_alone")
        batch_op.drop_column("key_question")
        batch_op.drop_column("method_key")
        batch_op.drop_column("phase_ends_at")
        batch_op.drop_column("phase_started_at")
        batch_op.drop_column("phase_number")
        batch_op.drop_column("agenda")
        batch_op.drop_column("process_id")
        batch_op.drop_column("extensions")
        batch_op.drop_column("urgent")
        batch_op.drop_column("most_seats")
        batch_op.drop_column("least_seats")
        batch_op.drop_column("co_moderator_id")

    with op.batch_alter_table("session_slot", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_session_slot_date",
            sqlite_where=sa.text("cancelled_at IS NULL"),
            postgresql_where=sa.text("cancelled_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_session_slot_starts_at"))
        batch_op.drop_index(batch_op.f("ix_session_slot_series_id"))

    op.drop_table("session_slot")
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_question_session_id"))
        batch_op.drop_index(batch_op.f("ix_question_asker_id"))

    op.drop_table("question")
    with op.batch_alter_table("made_file", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_made_file_session_id"))

    op.drop_table("made_file")
    op.drop_table("helped_theme")
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_follow_up_due_at"))

    op.drop_table("follow_up")
    op.drop_table("feedback_given")
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_feedback_session_id"))

    op.drop_table("feedback")
    with op.batch_alter_table("card_group", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_card_group_session_id"))

    op.drop_table("card_group")
    with op.batch_alter_table("series", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_series_moderator_id"))

    op.drop_table("series")
    op.drop_table("helped")
    op.drop_table("adviser_group_member")
    op.drop_table("calendar_feed")
    with op.batch_alter_table("adviser_group", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_adviser_group_owner_id"))

    op.drop_table("adviser_group")
    op.drop_table("process")
