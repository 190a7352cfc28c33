"""Planning ahead: series and their dates, groups that are asked together, calendar files, and reminders."""
