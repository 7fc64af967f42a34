"""The process that reads a large file: an order on its input, batches on its output."""

import os
import sys
import traceback

from saleor_invoices.imports.reading_wire import Batch, Done, Failed, order_of, send
from saleor_invoices.imports.ready import batches_ready


def main() -> None:
    """Read what is ordered; end when nobody listens any more."""
    order = order_of(sys.stdin.buffer.read())
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)  # what a library prints is no answer
        try:
            for batch in batches_ready(order):
                send(out, Batch(batch))
            send(out, Done())
        except BrokenPipeError:
            os._exit(0)
        except Exception as error:  # whatever it is: the other side tells it
            traceback.print_exc()
            send(out, Failed.of(error))


if __name__ == "__main__":
    main()
