"""Text in tables that people open with a spreadsheet."""

_COMMANDS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """The text as no spreadsheet takes it for a formula: with an apostrophe before a command.

    A buyer chooses their own name, and whoever opens the file would run it.
    """
    return f"'{text}" if text.startswith(_COMMANDS) else text
