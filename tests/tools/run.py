"""``make test``: every check in order of cost, pytest last, on SQLite and on PostgreSQL."""

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[2]
FRONT_ENDS = ("dashboard_extension", "storefront_extension")
BIN = ROOT / ".venv" / "bin"
LOCAL_POSTGRES = "postgres://postgres@127.0.0.1:5432/saleor_invoices"
STRICT = os.environ.get("CI", "") == "true"
DEPLOY = {
    "PUBLIC_URL": "https://invoices.example.com",
    "SECRET_KEYS": "for-the-deployment-check-only-" + "0123456789abcdef" * 2,
    "DEBUG": "false",
}


def main() -> int:
    """Run the checks; returns the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--lint-only", action="store_true")
    options = parser.parse_args()
    _lint()
    if options.lint_only:
        return 0
    _configuration()
    for front_end in FRONT_ENDS:
        _step(f"{front_end}: tests", ["npm", "test", "--silent"], cwd=ROOT / front_end)
    if shutil.which("chromium") is None:
        _missing("CHROMIUM", "browser tests are skipped")
    postgres = _postgres()
    _pytest("SQLite", {})
    if postgres:
        _pytest("PostgreSQL", {"TEST_DATABASE_URL": postgres}, "-m", "database and not e2e")
    return 0


def _lint() -> None:
    _step("ruff check", [BIN / "ruff", "check", "."])
    _step("ruff format", [BIN / "ruff", "format", "--check", "."])
    _step("mypy --strict", [BIN / "mypy"], env={"DEBUG": "true"})
    _step("import-linter", [BIN / "lint-imports"])
    for front_end in FRONT_ENDS:
        _step(f"{front_end}: lint", ["npm", "run", "--silent", "lint"], cwd=ROOT / front_end)


def _configuration() -> None:
    manage: list[str | Path] = [BIN / "python", "manage.py"]
    _step("migrations", [*manage, "makemigrations", "--check", "--dry-run"], env={"DEBUG": "true"})
    _step("check --deploy", [*manage, "check", "--deploy", "--fail-level", "WARNING"], env=DEPLOY)


def _postgres() -> str:
    url = os.environ.get("DATABASE_URL") or LOCAL_POSTGRES
    try:
        psycopg.connect(url.rsplit("/", 1)[0] + "/postgres", connect_timeout=3).close()
    except psycopg.OperationalError:
        _missing("POSTGRESQL", f"nothing answers at {url.rsplit('@', 1)[-1]}; set DATABASE_URL")
        return ""
    return url


def _pytest(database: str, env: dict[str, str], *extra: str) -> None:
    command: list[str | Path] = [
        BIN / "python",
        "-m",
        "pytest",
        "-q",
        "-n",
        "2",
        "--dist",
        "loadgroup",
        *extra,
    ]
    _step(f"pytest on {database}", command, env=env)


def _missing(what: str, consequence: str) -> None:
    print(f"\n!!! NO {what}: {consequence}\n", flush=True)
    if STRICT:
        sys.exit(f"In CI a missing {what} is a failure.")


def _step(
    name: str,
    command: list[str | Path],
    *,
    cwd: Path = ROOT,
    env: dict[str, str] | None = None,
) -> None:
    print(f"--- {name}", flush=True)
    started = time.monotonic()
    done = subprocess.run(command, cwd=cwd, env={**os.environ, **(env or {})}, check=False)
    if done.returncode:
        sys.exit(f"--- {name} failed after {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
