"""What stands around the app besides Saleor and Stripe: mail and VIES, on real sockets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest

from tests.delivery.smtp_server import Mailbox, mail_server
from tests.vies.fake_vies import FakeVies, open_vies


@dataclass(frozen=True, kw_only=True)
class Outside:
    """The servers that the app of a stack asks; a test decides their moods and reads what came.

    They are there for the whole session: a test looks at its own mails and questions only.
    """

    box: Mailbox
    vies: FakeVies

    @property
    def settings(self) -> Mapping[str, str]:
        """How the app finds them."""
        return {
            "EMAIL_URL": f"smtp://127.0.0.1:{self.box.port}",
            "VIES_URL": self.vies.url,
        }

    def mails_to(self, recipient: str) -> list[str]:
        """The subjects of the mails that arrived for somebody."""
        pairs = zip(self.box.envelopes, self.box.mails, strict=True)
        return [str(mail["Subject"]) for (_, to), mail in pairs if to == recipient]


@pytest.fixture(scope="session")
def outside() -> Iterator[Outside]:
    """All of them, running."""
    with mail_server() as box, open_vies() as vies:
        yield Outside(box=box, vies=vies)
