"""``manage.py write_settings_docs``: docs/settings.md from the settings themselves."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from saleor_invoices import env

TARGET = Path("docs") / "settings.md"
HEAD = """# Settings

Read from the environment at start, in `saleor_invoices/settings.py` and nowhere else. This page is
written by `make settings-docs`.

| setting | kind | default | what it is |
|---|---|---|---|
"""


def page() -> str:
    """The page as Markdown."""
    rows = [
        f"| `{one.name}` | {one.kind} | {_default(one)} | {one.doc} |"
        for one in sorted(env.REGISTRY.values(), key=lambda one: one.name)
    ]
    return HEAD + "\n".join(rows) + "\n"


def _default(setting: env.Setting) -> str:
    return f"`{setting.default}`" if setting.default else ""


class Command(BaseCommand):
    """Write docs/settings.md, or say whether it is up to date."""

    help = "Write docs/settings.md from the settings themselves."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--check", action="store_true", help="change nothing, exit 1 on drift")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write or compare."""
        target = Path(settings.BASE_DIR) / TARGET
        if not options["check"]:
            target.write_text(page(), encoding="utf-8")
        elif not target.exists() or target.read_text(encoding="utf-8") != page():
            raise CommandError("docs/settings.md is not up to date: make settings-docs")
