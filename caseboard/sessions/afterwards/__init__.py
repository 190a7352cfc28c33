"""What follows a consultation: files of it, attendance, feedback, the follow-up, and what has helped."""
