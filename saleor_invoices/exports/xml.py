"""XML written as a stream, one small element after another."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from xml.sax.saxutils import escape

from saleor_invoices.exports.texts import one_line

NOTHING = "-"
_NOT_IN_XML = {0xFFFE: None, 0xFFFF: None}


class Xml:
    """Text in the making. Names are the writer's own, texts are escaped."""

    def __init__(self) -> None:
        self._out = StringIO()

    def put(self, name: str, text: str, longest: int = 256) -> None:
        """An element with a text; none where the text is empty."""
        shown = one_line(text, longest).translate(_NOT_IN_XML)
        if shown:
            self._out.write(f"<{name}>{escape(shown)}</{name}>")

    def must(self, name: str, text: str, longest: int = 256) -> None:
        """An element that the form asks for: a hyphen where nothing of the text can be told."""
        shown = one_line(text, longest).translate(_NOT_IN_XML)
        self.put(name, shown or NOTHING, longest)

    @contextmanager
    def element(self, name: str) -> Iterator[None]:
        """An element around others."""
        self._out.write(f"<{name}>")
        yield
        self._out.write(f"</{name}>")

    def taken(self) -> bytes:
        """What was written since it was asked last, in UTF-8."""
        text = self._out.getvalue()
        self._out = StringIO()
        return text.encode()
