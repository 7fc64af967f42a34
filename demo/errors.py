"""What can go wrong in a demo, in words for the person in front of it."""


class DemoError(Exception):
    """The demo can't go on; the message says why and what to do."""


class Interrupted(Exception):
    """Somebody asked the demo to stop."""
