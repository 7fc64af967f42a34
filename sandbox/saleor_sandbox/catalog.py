"""The kinds of sample order. Parties are companies and roles, never invented people."""

from dataclasses import dataclass, field

from .model import Address, Channel
from .pricing import Item, Reduction

CHANNELS = {
    "usd": ("default-channel", "Channel-USD", "USD", "US", "United States of America", False),
    "pln": ("channel-pln", "Channel-PLN", "PLN", "PL", "Poland", True),
    "jpy": ("channel-jpy", "Channel-JPY", "JPY", "JP", "Japan", False),
    "kwd": ("channel-kwd", "Channel-KWD", "KWD", "KW", "Kuwait", False),
    "eur": ("channel-eur", "Channel-EUR", "EUR", "DE", "Germany", False),
    "parcels": ("channel-parcels", "Channel-Parcels", "EUR", "DE", "Germany", False),
}

# company, first, last, street, second street, city (Saleor upper-cases it), postal code,
# country code, country name, area, phone
ADDRESSES = {
    "de": ("", "Sample", "Buyer", "Beispielweg 12", "", "BERLIN", "10115", "DE", "Germany", ""),
    "de_b2b": (
        "Sample Buyer GmbH", "Accounts", "Payable", "Musterstraße 5", "3. OG", "HAMBURG", "20095",
        "DE", "Germany", "",
    ),
    "pl": (
        "Przykładowa Firma Sp. z o.o.", "Dział", "Zakupów", "ul. Przykładowa 7", "m. 3", "WROCŁAW",
        "53-601", "PL", "Poland", "",
    ),
    "fr": (
        "Société Exemple SARL", "Service", "Achats", "1 rue de l'Exemple", "", "PARIS", "75001",
        "FR", "France", "",
    ),
    "us": ("", "Sample", "Buyer", "1 Sample Street", "Suite 200", "NEW YORK", "10001", "US",
           "United States of America", "NY"),
    "jp": ("", "Sample", "Buyer", "1-1 Sample", "", "CHIYODA-KU", "100-0001", "JP", "Japan",
           "東京都"),
    "kw": ("", "Sample", "Buyer", "Block 1, Street 2", "", "KUWAIT CITY", "12345", "KW", "Kuwait",
           ""),
}  # fmt: skip

TEE = "Monospace Tee"
JUICE = "Apple Juice"


@dataclass(frozen=True)
class Kind:
    """A recipe; `shipping` is net or gross as the channel enters prices."""

    channel: str
    address: str
    items: tuple[Item, ...]
    shipping: str = "0"
    shipping_rate: str = "0"
    billing: str | None = None
    language: str = "EN"
    origin: str = "CHECKOUT"
    reduction: Reduction | None = None
    gift_card: str = "0"
    guest: bool = False
    unconfirmed: bool = False
    exempt: bool = False
    metadata: dict[str, str] = field(default_factory=dict)
    note: str = ""


def sixty_one() -> tuple[Item, ...]:
    return tuple(
        Item(
            f"Spare part {number:02d}",
            f"{number}.{number * 7 % 100:02d}",
            1 + number % 4,
            ("0.19", "0.07")[number % 5 == 0],
            sku=f"PART-{number:03d}",
        )
        for number in range(1, 62)
    )


KINDS: dict[str, Kind] = {
    "usd_net": Kind(
        "usd",
        "us",
        (
            Item(TEE, "20.00", 2, "0.08875", "M", "328223580", attributes=(("Size", "M"),)),
            Item("Canvas Cap", "15.50", 1, "0.08875", "Black", "CAP-BLK"),
        ),
        shipping="7.25",
        shipping_rate="0.08875",
    ),
    "pln_gross_two_rates_voucher": Kind(
        "pln",
        "pl",
        (
            Item(TEE, "90.00", 1, "0.23", "S", "328223580"),
            Item(JUICE, "5.99", 2, "0.05", None, None, "Groceries", "40"),
        ),
        shipping="43.87",
        shipping_rate="0.23",
        language="PL",
        reduction=Reduction("VOUCHER", "10", code="ORDER10"),
        metadata={"vat_id": "PL1234563218"},
    ),
    "jpy": Kind(
        "jpy",
        "jp",
        (Item("Tenugui", "1480", 3, "0.10", "Indigo", "TNG-1"),),
        shipping="500",
        shipping_rate="0.10",
    ),
    "kwd": Kind(
        "kwd",
        "kw",
        (Item("Oud Incense", "4.972", 3, "0", "30 g", "OUD-30"),),
        shipping="1.500",
        reduction=Reduction("MANUAL", "10"),
        origin="DRAFT",
    ),
    "eur_business_vat_id": Kind(
        "eur",
        "fr",
        (Item("Office Chair", "189.90", 4, "0", "Grey", "CHR-GR"),),
        shipping="29.00",
        language="FR",
        metadata={"vat_id": "FR11123456782"},
    ),
    "eur_domestic": Kind(
        "eur",
        "de",
        (
            Item(
                "Desk Lamp", "49.95", 1, "0.19", "White", "LMP-WH", attributes=(("Shade", "White"),)
            ),
            Item("Cookbook", "24.30", 2, "0.07", "Hardcover", "BK-77", "Books"),
        ),
        shipping="4.90",
        shipping_rate="0.19",
        language="DE",
    ),
    "guest": Kind(
        "eur",
        "de",
        (Item("Notebook", "6.49", 3, "0.19", "A5", "NB-A5"),),
        shipping="4.90",
        shipping_rate="0.19",
        language="DE",
        guest=True,
    ),
    "zero_total": Kind(
        "eur", "de", (Item("Free Sample", "0.00", 1, "0.19", "10 ml", "SMP-0"),), language="DE"
    ),
    "gift_card": Kind(
        "eur",
        "de_b2b",
        (Item("Backpack", "84.00", 1, "0.19", "Blue", "BAG-BL"),),
        shipping="4.90",
        shipping_rate="0.19",
        language="DE",
        gift_card="30.00",
    ),
    "lines_61": Kind(
        "eur", "de_b2b", sixty_one(), shipping="12.00", shipping_rate="0.19", language="DE"
    ),
    "unnamed_variant_null_sku": Kind(
        "pln",
        "pl",
        (Item(JUICE, "5.99", 3, "0.05", None, None, "Groceries"),),
        shipping="12.00",
        shipping_rate="0.23",
        language="PL",
    ),
    "order_discount_manual": Kind(
        "pln",
        "pl",
        (
            Item(TEE, "90.00", 2, "0.23", "S", "328223580"),
            Item(JUICE, "5.99", 3, "0.05", None, None, "Groceries", "40"),
        ),
        shipping="43.87",
        shipping_rate="0.23",
        language="PL",
        origin="DRAFT",
        reduction=Reduction("MANUAL", "10"),
        metadata={"vat_id": "PL1234563218"},
        note="Please deliver before noon.",
    ),
    "export_outside_eu": Kind(
        "eur",
        "us",
        (Item("Desk Lamp", "49.95", 2, "0", "White", "LMP-WH"),),
        shipping="35.00",
    ),
    "partial_payment": Kind(
        "eur",
        "de_b2b",
        (Item("Standing Desk", "649.00", 1, "0.19", "Oak", "DSK-OAK"),),
        shipping="59.00",
        shipping_rate="0.19",
        language="DE",
    ),
    "unconfirmed": Kind(
        "eur",
        "de",
        (Item("Made-to-measure Shelf", "219.00", 1, "0.19", "80 cm", "SHF-80"),),
        shipping="19.00",
        shipping_rate="0.19",
        language="DE",
        unconfirmed=True,
    ),
    "rounding": Kind(
        "pln",
        "pl",
        (
            Item(TEE, "81.00", 2, "0.23", "S", "328223580"),
            Item("Pencil", "0.99", 7, "0.23", "HB", "PEN-HB"),
        ),
        shipping="9.99",
        shipping_rate="0.23",
        language="PL",
    ),
    "reverse_charge": Kind(
        "eur",
        "fr",
        (
            Item("Planning Hour", "95.00", 6, "0", "Remote", "SRV-PL", shipped=False),
            Item("Design Licence", "240.00", 1, "0", "One year", "LIC-1Y", shipped=False),
        ),
        language="FR",
        metadata={"vat_id": "FR11123456782"},
    ),
    "exempt_sale": Kind(
        "eur",
        "de_b2b",
        (Item("First Aid Course", "45.00", 4, "0", "Half a day", "CRS-FA", shipped=False),),
        language="DE",
        exempt=True,
    ),
    "collective": Kind(
        "eur",
        "de_b2b",
        (
            Item("Copy Paper", "4.79", 10, "0.19", "A4", "PAP-A4"),
            Item("Handbook", "12.90", 1, "0.07", "Softcover", "BK-HB", "Books"),
        ),
        shipping="5.90",
        shipping_rate="0.19",
        language="DE",
        metadata={"vat_id": "DE136695976"},
    ),
    "parcels": Kind(
        "parcels",
        "de_b2b",
        (
            Item("Bookcase", "129.00", 3, "0.19", "Birch", "BKC-BI"),
            Item("Bookend", "7.49", 7, "0.19", "Steel", "BKE-ST"),
            Item("Atlas", "39.90", 2, "0.07", "Hardcover", "BK-AT", "Books"),
        ),
        shipping="24.00",
        shipping_rate="0.19",
        language="DE",
    ),
    "shipping_voucher": Kind(
        "eur",
        "de",
        (Item("Teapot", "39.00", 1, "0.19", "1 l", "TEA-1L"),),
        shipping="9.90",
        shipping_rate="0.19",
        language="DE",
        reduction=Reduction("VOUCHER", "50", "SHIPPING", "HALFSHIP"),
    ),
}


def address(key: str) -> Address:
    company, first, last, street, second, city, postal, code, country, area = ADDRESSES[key]
    return Address(
        company_name=company,
        first_name=first,
        last_name=last,
        street_address_1=street,
        street_address_2=second,
        city=city,
        postal_code=postal,
        country_code=code,
        country_name=country,
        country_area=area,
    )


def channels() -> dict[str, Channel]:
    return {
        key: Channel(
            slug=slug,
            name=name,
            currency_code=currency,
            country_code=code,
            country_name=country,
            gross_entered=gross,
        )
        for key, (slug, name, currency, code, country, gross) in CHANNELS.items()
    }
