"""One row for whoever is counted; nothing in it says who that is."""

from django.db import models


class Meter(models.Model):
    """A bucket that leaks: full, it refuses; ``full_until`` says how full it is.

    Each use moves ``full_until`` (milliseconds since 1970) on by the time that one use takes to
    leak away, so that a row whose time has passed is an empty bucket.
    """

    key = models.CharField(max_length=64, primary_key=True)  # HMAC of scope and key
    scope = models.CharField(max_length=40)
    full_until = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.scope} until {self.full_until}"
