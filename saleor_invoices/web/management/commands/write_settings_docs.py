"""``manage.py write_settings_docs``: what is told of the settings, from the settings themselves."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from saleor_invoices import env
from saleor_invoices.stores.registry import SETTINGS

TARGET = Path("docs") / "settings.md"
STORE_TARGET = Path("dashboard_extension") / "src" / "generated" / "storeSettings.json"
"""A store's settings, for the pages: a test of theirs finds one that has no words."""

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


def store_settings() -> str:
    """Every setting of a store with its group, its kind and the words to choose from, as JSON."""
    told = {
        key: {
            "group": declared.group.name,
            "kind": declared.check.kind.name,
            "choices": list(declared.check.choices),
        }
        for key, declared in SETTINGS.items()
    }
    return json.dumps(told, indent=2) + "\n"


def _default(setting: env.Setting) -> str:
    return f"`{setting.default}`" if setting.default else ""


class Command(BaseCommand):
    """Write the files, or say whether they are up to date."""

    help = "Write docs/settings.md and the dashboard's list of a store's settings."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--check", action="store_true", help="change nothing, exit 1 on drift")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write or compare."""
        for name, content in ((TARGET, page()), (STORE_TARGET, store_settings())):
            target = Path(settings.BASE_DIR) / name
            if not options["check"]:
                target.write_text(content, encoding="utf-8")
            elif not target.exists() or target.read_text(encoding="utf-8") != content:
                raise CommandError(f"{name} is not up to date: make settings-docs")
