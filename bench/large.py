"""The database with many invoices, for the parts that are about a large store."""

from bench.servers import Servers


def fill(servers: Servers, invoices: int) -> None:
    """Make it anew."""
    place = servers.place
    place.create("large")
    jwk = str(place.folder.home / "jwk.json")
    program = ("-m", "demo.program")
    for arguments in (
        ("manage.py", "migrate", "--verbosity", "0"),
        (*program, "bench.store", place.api_url, jwk),
        (*program, "bench.fill", place.api_url, str(invoices)),
    ):
        servers.run("fill", *arguments, database="large")
