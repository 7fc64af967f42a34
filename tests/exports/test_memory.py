"""Writers keep nothing of what they wrote: ten times the documents take the same memory."""

import io
import tracemalloc
from collections.abc import Iterator

import msgspec
import pytest

from saleor_invoices.exports.records import DocumentRecord
from saleor_invoices.exports.registry import WRITERS
from tests.exports import books

FEW, MANY = 200, 2_000


class Nowhere(io.RawIOBase):
    """A file that forgets."""

    def writable(self) -> bool:
        """It is open for writing."""
        return True

    def write(self, content: object) -> int:
        """Everything was written."""
        return len(bytes(content))  # type: ignore[call-overload]


def many(count: int) -> Iterator[DocumentRecord]:
    """Documents of as many buyers and products."""
    base = books.record_of(books.sold(("S", "20", "100.00", "20.00"), country="FR"))
    for number in range(count):
        line = msgspec.structs.replace(base.lines[0], sku=f"SKU-{number}")
        yield msgspec.structs.replace(
            base, number=f"INV-{number}", customer_id=f"customer-{number}", lines=[line]
        )


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_memory_does_not_grow_with_the_number_of_documents(name: str) -> None:
    def peak(count: int) -> int:
        tracemalloc.start()
        try:
            WRITERS[name].write(many(count), Nowhere(), books.context())  # type: ignore[arg-type]
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(10)
    assert peak(MANY) < peak(FEW) + 300_000
