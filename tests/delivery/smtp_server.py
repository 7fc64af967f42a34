"""A mail server on a real socket whose moods a test decides.

It speaks as much of RFC 5321 as a mail needs, and can refuse, hang up, or be slow at each step.
"""

import email
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage

HANG_UP = "HANG UP"


@dataclass
class Mailbox:
    """What arrived, and how the server answers; ``moods`` are used up, one for each mail.

    A mood maps a step (``greeting``, ``mail``, ``rcpt``, ``data``, ``content``) to a reply such as
    "451 try later", or to ``HANG_UP``. At ``content`` the mail has arrived before the server
    hangs up, as when an answer is lost.
    """

    port: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    envelopes: list[tuple[str, str]] = field(default_factory=list)
    moods: list[dict[str, str]] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)  # reply by recipient
    commands: list[str] = field(default_factory=list)
    gate: threading.Event | None = None  # content is answered when it is set
    arrived: threading.Event = field(default_factory=threading.Event)


class _Handler(socketserver.StreamRequestHandler):
    server: "_Server"

    def handle(self) -> None:
        with suppress(OSError):
            self._talk()

    def _talk(self) -> None:
        box = self.server.box
        self.mood = box.moods.pop(0) if box.moods else {}
        self.sender = self.recipient = ""
        if not self._say("greeting", "220 mail.example.com"):
            return
        while line := self.rfile.readline():
            command = line.decode().strip()
            box.commands.append(command)
            if not self._answer(command):
                return

    def _answer(self, command: str) -> bool:
        verb = command.partition(" ")[0].upper()
        if verb == "EHLO":
            self._write("250-mail.example.com\r\n250-SIZE 30000000\r\n250 8BITMIME")
        elif verb == "MAIL":
            self.sender = command[len("MAIL FROM:<") :].partition(">")[0]
            return self._say("mail", "250 ok")
        elif verb == "RCPT":
            self.recipient = command[len("RCPT TO:<") :].partition(">")[0]
            return self._say("rcpt", self.server.box.refused.get(self.recipient, "250 ok"))
        elif verb == "DATA":
            return self._data()
        elif verb == "QUIT":
            self._write("221 bye")
            return False
        else:
            self._write("250 ok")
        return True

    def _data(self) -> bool:
        if self.mood.get("data"):
            return self._say("data", "")
        self._write("354 go on")
        if self.mood.get("halfway") == HANG_UP:
            self.rfile.readline()
            return False
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b".") else line)
        box = self.server.box
        if self.mood.get("content", "2").startswith(("2", HANG_UP)):
            parsed = email.message_from_bytes(b"".join(lines), policy=policy.default)
            assert isinstance(parsed, EmailMessage)
            box.mails.append(parsed)
            box.envelopes.append((self.sender, self.recipient))
        box.arrived.set()
        if box.gate is not None:
            box.gate.wait(20)
        return self._say("content", "250 taken")

    def _say(self, step: str, usual: str) -> bool:
        reply = self.mood.get(step, usual)
        if reply == HANG_UP:
            return False
        self._write(reply)
        return True

    def _write(self, reply: str) -> None:
        self.wfile.write(f"{reply}\r\n".encode())


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self, box: Mailbox) -> None:
        self.box = box
        super().__init__(("127.0.0.1", box.port), _Handler)


@contextmanager
def mail_server(box: Mailbox | None = None) -> Iterator[Mailbox]:
    """A running server; give a mailbox with a port to come back at the same address."""
    found = box or Mailbox()
    server = _Server(found)
    found.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
