"""What people who work in the back office need: their names, notes, views, and work in bulk."""
