"""Installed apps, their webhooks, extensions and problems."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .model import Entity, now


@dataclass(kw_only=True, eq=False)
class Webhook(Entity):
    app: "App"
    name: str
    target_url: str
    subscription_query: str
    async_names: list[str] = field(default_factory=list)
    sync_names: list[str] = field(default_factory=list)
    is_active: bool = True
    custom_headers: dict[str, str] = field(default_factory=dict)
    document: Any = None


@dataclass(kw_only=True, eq=False)
class AppExtension(Entity):
    app: "App"
    label: str
    url: str
    mount: str
    target: str
    permissions: list[str] = field(default_factory=list)
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def mount_name(self) -> str:
        return self.mount

    @property
    def target_name(self) -> str:
        return self.target

    @property
    def settings(self) -> dict[str, Any]:
        return self.options


@dataclass(kw_only=True, eq=False)
class AppProblem(Entity):
    key: str
    message: str
    critical_threshold: int | None = None
    aggregation_period: int = 60
    count: int = 1
    created_at: datetime = field(default_factory=now)
    updated_at: datetime = field(default_factory=now)

    @property
    def is_critical(self) -> bool:
        return self.critical_threshold is not None and self.count >= self.critical_threshold


@dataclass(kw_only=True, eq=False)
class App(Entity):
    name: str
    identifier: str
    version: str
    permissions: list[str]
    manifest_url: str
    app_url: str | None = None
    audience: str | None = None
    author: str | None = None
    about_app: str | None = None
    homepage_url: str | None = None
    support_url: str | None = None
    data_privacy_url: str | None = None
    logo: str | None = None
    is_active: bool = True
    type: str = "THIRDPARTY"
    # Saleor's app tokens have 30 characters.
    token: str = field(default_factory=lambda: secrets.token_hex(15))
    webhooks: list[Webhook] = field(default_factory=list)
    extensions: list[AppExtension] = field(default_factory=list)
    problem_rows: list[AppProblem] = field(default_factory=list)
    gateway: Any = None  # of a payment app that the sandbox plays itself
    created: datetime = field(default_factory=now)

    @property
    def brand(self) -> dict[str, Any] | None:
        return {"logo": {"default": self.logo}} if self.logo else None


@dataclass(kw_only=True, eq=False)
class AppInstallation(Entity):
    app_name: str
    manifest_url: str
    permissions: list[str]
    activate: bool
    status: str = "PENDING"
    message: str | None = None
    created_at: datetime = field(default_factory=now)
    updated_at: datetime = field(default_factory=now)
