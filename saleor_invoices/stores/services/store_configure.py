"""Set up a store as a checked configuration says: all of it or nothing."""

from saleor_invoices.stores.configuration import Configuration
from saleor_invoices.stores.misfits import misfits_find
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.services.store_writing import store_writing


def store_configure(
    *, installation: Installation, configuration: Configuration, updated_by: str
) -> None:
    """Write sellers and settings; the same configuration again changes nothing.

    Raises ``InvalidInput`` CONFIGURATION_INVALID, having changed nothing, when what would then
    hold does not go together (``stores.misfits``): an unknown legal entity, number patterns that
    could repeat, an access point without an address.
    """
    with store_writing(installation=installation, changed_by=updated_by) as writer:
        for seller in configuration.sellers:
            writer.seller(seller)
        for value in configuration.values:
            writer.value(value)
        misfits_find(installation_id=installation.pk).refuse()
