"""The least Saleor that an invoice can be published to, answering at once.

``python -m bench.saleor PORT``. It keeps what it was given, so that publishing looks before it
creates as with a real one. Loopback only.
"""

import asyncio
import json
import sys
from typing import Any

from demo.place import HOST

_OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n"


class Shop:
    """The invoices of every order."""

    def __init__(self) -> None:
        self.invoices: dict[str, list[dict[str, Any]]] = {}
        self.created = 0

    def answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        """One operation of ``graphql/saleor``; an unknown one is refused, so that it is seen."""
        query, variables = asked["query"], asked["variables"]
        if "orderInvoices" in query:
            order_id = variables["id"]
            order = {"id": order_id, "invoices": self.invoices.get(order_id, [])}
            return {"data": {"order": order}}
        if "invoiceCreate" in query:
            invoice = self._create(variables["orderId"], variables["input"])
            return {"data": {"invoiceCreate": {"errors": [], "invoice": invoice}}}
        return {"errors": [{"message": "not part of the benchmark", "extensions": {}}]}

    def _create(self, order_id: str, given: dict[str, Any]) -> dict[str, Any]:
        self.created += 1
        invoice = {
            "id": f"SW52b2ljZTo{self.created}",
            "status": "SUCCESS",
            "createdAt": "2026-11-22T12:00:00+00:00",
            **given,
        }
        self.invoices.setdefault(order_id, []).append(invoice)
        return invoice


async def serve(port: int) -> None:
    """Answer until the process is stopped."""
    shop = Shop()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                length = int(head.split(b"content-length:", 1)[1].split(b"\r\n", 1)[0])
                asked = json.loads(await reader.readexactly(length))
                body = json.dumps(shop.answer(asked)).encode()
                writer.write(_OK.format(len(body)).encode() + body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(talk, HOST, port)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
