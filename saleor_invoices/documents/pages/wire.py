"""What the app and the process that draws pages say to each other. It needs nothing of the app."""

import msgspec

MOST_PAGES = 50
TALLEST = 4
"""A page is at most so many times as high as it is wide to be; a longer one is drawn smaller."""


class PageJob(msgspec.Struct, frozen=True):
    """The page of a PDF to draw, from 1; 0 asks for the sizes of all pages only."""

    pdf: bytes
    page: int
    width: int
    seconds: float


class PageAnswer(msgspec.Struct, frozen=True):
    """The sizes of the first pages in pixels and, where asked for, one page as PNG; or why not."""

    sizes: tuple[tuple[int, int], ...] = ()
    png: bytes = b""
    failure: str = ""
    spent: bool = False
