"""A merchant's server on a real socket, which checks signatures by the published rules."""

import base64
import hashlib
import hmac
import json
from typing import Any

from tests.saleor.fake_saleor import Call, Reply


class Receiver:
    """Keeps every request; ``moods`` are answered first, then ``answer``."""

    def __init__(self) -> None:
        self.url = ""
        self.calls: list[Call] = []
        self.moods: list[Reply] = []
        self.answer = Reply({"ok": True})

    def __call__(self, call: Call) -> Reply:
        self.calls.append(call)
        return self.moods.pop(0) if self.moods else self.answer

    @property
    def ids(self) -> list[str]:
        """The message ids, in the order of their arrival."""
        return [call.headers["webhook-id"] for call in self.calls]

    @property
    def bodies(self) -> list[dict[str, Any]]:
        """The bodies, decoded."""
        return [json.loads(call.body) for call in self.calls]


def signed_by(secret: str, call: Call) -> bool:
    """Whether one of the signatures was made with the secret; written without any library."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    headers = call.headers
    text = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + call.body
    wanted = base64.b64encode(hmac.new(key, text, hashlib.sha256).digest()).decode()
    return f"v1,{wanted}" in headers["webhook-signature"].split(" ")
