"""An access point on a real socket whose moods a test decides."""

from tests.saleor.fake_saleor import Call, Reply


class AccessPoint:
    """An access point that keeps what it took by key; ``moods`` are answered first."""

    def __init__(self) -> None:
        self.url = ""
        self.calls: list[Call] = []
        self.moods: list[Reply] = []
        self.taken: dict[str, bytes] = {}
        self.status: Reply = Reply({"id": "ap/1", "status": "in_flight"})
        self.lost_answers = 0

    def __call__(self, call: Call) -> Reply:
        self.calls.append(call)
        if self.moods:
            return self.moods.pop(0)
        if call.method == "GET":
            return self.status
        self.taken.setdefault(call.headers["idempotency-key"], call.body)
        if self.lost_answers:
            self.lost_answers -= 1
            return Reply(b"lost", status=502)
        return Reply({"id": "ap/1"}, status=202)
