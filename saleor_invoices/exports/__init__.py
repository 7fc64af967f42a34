"""Documents out of the app, in formats of other programs: a row source and a writer a format."""
