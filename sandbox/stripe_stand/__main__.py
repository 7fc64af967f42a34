"""python -m stripe_stand --port 8420 --behind http://127.0.0.1:8421"""

import argparse
import sys

import uvicorn

from .server import create
from .state import Settings


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="stripe_stand", description="Stripe, to test against.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8420)
    parser.add_argument("--behind", required=True, help="where localstripe listens")
    parser.add_argument("--public-url", help="how browsers reach it; http://HOST:PORT by default")
    parser.add_argument("--retry-scale", type=float, default=1.0, help="shrinks 5 min to 2 h")
    return parser.parse_args()


def main() -> int:
    given = arguments()
    public = given.public_url or f"http://{given.host}:{given.port}"
    settings = Settings(
        behind=given.behind.rstrip("/"),
        public_url=public.rstrip("/"),
        retry_scale=given.retry_scale,
    )
    uvicorn.run(
        create(settings),
        host=given.host,
        port=given.port,
        log_level="warning",
        timeout_graceful_shutdown=2,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
