"""Texts as they are kept: without white space around, and nothing that a database refuses."""

_KEPT = "\t\n"
_REPLACED = "\ufffd"


def clean(text: str) -> str:
    """The text; control characters and halves of characters become U+FFFD."""
    text = text.strip()
    if text.isprintable():  # nearly always
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(_kept(character) for character in text)


def _kept(character: str) -> str:
    if character in _KEPT:
        return character
    is_lost = character < " " or "\x7f" <= character < "\xa0" or "\ud800" <= character <= "\udfff"
    return _REPLACED if is_lost else character
