"""python -m saleor_sandbox --port 8090"""

import argparse
import sys

import uvicorn

from .server import create
from .state import Settings


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="saleor_sandbox", description="A stand-in Saleor.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--saleor-version", default="3.22.67", help="3.20.x to 3.23.x")
    parser.add_argument("--public-url", help="how apps reach it; http://HOST:PORT by default")
    parser.add_argument("--retry-scale", type=float, default=1.0, help="shrinks 10*2^n seconds")
    parser.add_argument("--token-lifetime", type=float, default=12 * 3600, help="seconds")
    return parser.parse_args()


def main() -> int:
    given = arguments()
    public = given.public_url or f"http://{given.host}:{given.port}"
    settings = Settings(
        saleor_version=given.saleor_version,
        public_url=public.rstrip("/"),
        retry_scale=given.retry_scale,
        token_lifetime=given.token_lifetime,
        app_token_lifetime=given.token_lifetime,
    )
    if not (3, 20, 0) <= settings.version < (3, 24, 0):
        sys.stderr.write(f"Saleor {given.saleor_version} is not played here: 3.20 to 3.23 are.\n")
        return 2
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
