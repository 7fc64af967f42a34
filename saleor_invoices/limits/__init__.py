"""How often something may be done: counted in the database, for all processes together."""
