"""The second cellar: what a stripped text is about, told by words alone; it knows no Flask, no database, no user."""
