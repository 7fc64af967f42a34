"""Types of the schema."""
