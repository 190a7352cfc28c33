"""The written round while it runs: its timetable, questions and answers, and what its moderator does."""
