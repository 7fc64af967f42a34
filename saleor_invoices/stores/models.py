"""Who we work for: a Saleor installation, its legal entities, settings and API keys."""

import uuid
from typing import ClassVar

from django.db import models

from saleor_invoices.stores.crypto import EncryptedTextField


class Installation(models.Model):
    """One Saleor that installed the app. A reinstall gets a new token and app id, not a new row."""

    class State(models.TextChoices):
        ACTIVE = "active"
        DISCONNECTED = "disconnected"  # Saleor refuses our token: removed or switched off there

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    saleor_api_url = models.CharField(max_length=500, unique=True)
    app_id = models.CharField(max_length=200)  # our app's global id in that Saleor
    token = EncryptedTextField()
    jwks = models.JSONField(default=dict)
    jwks_fetched_at = models.DateTimeField(null=True, blank=True)
    jwks_tried_at = models.DateTimeField(null=True, blank=True)  # newer than fetched: it failed
    saleor_version = models.CharField(max_length=50, default="")
    state = models.CharField(max_length=20, choices=State, default=State.ACTIVE)
    state_reason = models.CharField(max_length=500, default="")
    app_version = models.CharField(max_length=50, default="")  # ours, when webhooks were compared
    registered_at = models.DateTimeField()
    disconnected_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.saleor_api_url

    @property
    def is_active(self) -> bool:
        """Whether work for this store goes on."""
        return self.state == self.State.ACTIVE


class LegalEntity(models.Model):
    """A seller in the sense of the law; numbers and the hash chain belong to it."""

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="legal_entities"
    )
    key = models.SlugField(max_length=60)  # the merchant's own short name for it
    name = models.CharField(max_length=300)
    seller = models.JSONField(default=dict)  # domain.document.Party, by domain.codec
    country = models.CharField(max_length=2)
    timezone = models.CharField(max_length=60, default="UTC")
    logo = models.BinaryField(null=True, blank=True)  # PNG or SVG; null: the name is set in type
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["installation", "key"], name="legal_entity_key"),
        ]

    def __str__(self) -> str:
        return self.name


class Asset(models.Model):
    """A picture that documents refer to by hash, kept for ever: they must render alike for ever."""

    installation = models.ForeignKey(Installation, on_delete=models.PROTECT, related_name="assets")
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["installation", "sha256"], name="asset_once"),
        ]

    def __str__(self) -> str:
        return self.sha256


class SettingValue(models.Model):
    """One value set at one level; what is not set is inherited (channel, legal entity, app).

    Keys and types are declared in ``stores.registry``; an empty ``channel`` with no legal entity
    is the app's own level.
    """

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="setting_values"
    )
    legal_entity = models.ForeignKey(
        LegalEntity, on_delete=models.PROTECT, null=True, blank=True, related_name="setting_values"
    )
    channel = models.CharField(max_length=255, default="", blank=True)  # slug
    key = models.CharField(max_length=80)
    value = models.JSONField()
    updated_at = models.DateTimeField(auto_now=True)
    updated_by = models.CharField(max_length=200, default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["installation", "channel", "key"],
                name="setting_value_once",
                condition=models.Q(legal_entity__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["legal_entity", "key"],
                name="setting_value_entity_once",
                condition=models.Q(legal_entity__isnull=False),
            ),
            models.CheckConstraint(
                condition=models.Q(channel="") | models.Q(legal_entity__isnull=True),
                name="setting_value_one_level",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} at {self.channel or self.legal_entity_id or 'app'}"


class SettingChange(models.Model):
    """Append-only: every change of a setting or a seller, with who and when.

    ``before`` and ``after`` are null where nothing was set; a secret's are "***".
    """

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="setting_changes"
    )
    level = models.CharField(max_length=20)  # registry.Level, or "seller"
    name = models.CharField(max_length=255, default="", blank=True)  # channel's slug, entity's key
    key = models.CharField(max_length=80)
    before = models.JSONField(null=True, blank=True)
    after = models.JSONField(null=True, blank=True)
    changed_by = models.CharField(max_length=200)
    changed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["installation", "-id"], name="setting_change_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.key} by {self.changed_by}"


class ExchangeRate(models.Model):
    """What one unit of ``currency`` was worth in ``target`` on a day, and who says so."""

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="exchange_rates"
    )
    currency = models.CharField(max_length=3)
    target = models.CharField(max_length=3)
    on = models.DateField()
    rate = models.DecimalField(max_digits=24, decimal_places=12)
    source = models.CharField(max_length=60)  # e.g. "ECB"
    entered_by = models.CharField(max_length=200)
    entered_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["installation", "currency", "target", "on"], name="exchange_rate_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.currency}/{self.target} {self.on}: {self.rate}"


class ApiKey(models.Model):
    """A key for machines. Only its SHA-256 is kept; ``prefix`` lets people tell keys apart."""

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="api_keys"
    )
    name = models.CharField(max_length=120)
    prefix = models.CharField(max_length=12)
    key_hash = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.prefix}… ({self.name})"


class SetupStep(models.Model):
    """What a store's staff said of a step of the way to the first invoice."""

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="setup_steps"
    )
    key = models.CharField(max_length=40)
    skipped_at = models.DateTimeField(null=True, blank=True)
    skipped_by = models.CharField(max_length=200, default="", blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)  # they looked at what it is about

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["installation", "key"], name="setup_step_once"),
        ]

    def __str__(self) -> str:
        return self.key
