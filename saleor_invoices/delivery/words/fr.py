"""French."""

from saleor_invoices.delivery.words.catalogue import Words

WORDS = Words(
    names=("Facture", "Avoir", "Facture pro forma"),
    greeting="Bonjour {{ buyer_name }},",
    invoice=(
        "Facture {{ number }} de {{ seller_name }}",
        "Veuillez trouver ci-joint la facture {{ number }} d’un montant de {{ total }}.",
    ),
    credit_note=(
        "Avoir {{ number }} de {{ seller_name }}",
        "Veuillez trouver ci-joint l’avoir {{ number }} d’un montant de {{ total }}.",
    ),
    proforma=(
        "Facture pro forma {{ number }} de {{ seller_name }}",
        "Veuillez trouver ci-joint la facture pro forma {{ number }} d’un montant de {{ total }}. "
        "Elle ne tient pas lieu de facture.",
    ),
    before_due=(
        "Facture {{ number }} à échéance le {{ due_date }}",
        "Nous vous rappelons que le montant de {{ amount_due }} de la facture {{ number }} arrive "
        "à échéance le {{ due_date }}.",
    ),
    after_due=(
        "Rappel de paiement : facture {{ number }}",
        "La facture {{ number }} était à échéance le {{ due_date }} et {{ amount_due }} restent "
        "à payer. Merci de procéder au règlement ; si vous avez payé entre-temps, veuillez ne pas "
        "tenir compte de ce message.",
    ),
    order="Commande : {{ order_number }}",
    corrects="Il rectifie la facture {{ preceding_number }}.",
    pay="Merci de régler {{ amount_due }} au plus tard le {{ due_date }}.",
    xml="Le fichier XML ci-joint est la facture électronique.",
    link="Consulter et télécharger : {{ link }}",
    closing="Cordialement,\n{{ seller_name }}",
)
