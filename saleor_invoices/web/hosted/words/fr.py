"""French."""

from saleor_invoices.web.hosted.words.catalogue import Words

WORDS = Words(
    language="fr",
    open="À payer",
    partly_paid="Payée en partie",
    overdue="En retard",
    paid="Payée",
    credited="Créditée",
    cancelled="Annulée",
    refunded="Remboursée",
    balance="Reste à payer",
    pay="Payer maintenant",
    pay_at="Vous payez sur {host}.",
    download_pdf="Télécharger le PDF",
    download_xml="Télécharger la facture électronique (XML)",
    no_script="Pour payer en ligne, activez JavaScript pour cette page.",
    payment_paid="Merci, votre paiement est arrivé.",
    payment_pending=(
        "Votre paiement est en cours de confirmation. Le résultat s’affichera ici dès qu’il "
        "sera connu."
    ),
    payment_failed="Le paiement n’a pas abouti. Vous pouvez réessayer.",
    look_again="Vérifier de nouveau",
    private=(
        "Cette page est privée. Ne communiquez son adresse qu’aux personnes autorisées à voir "
        "le document."
    ),
    closed="Ce lien ne s’ouvre plus",
    recover=(
        "Nous pouvons vous en envoyer un nouveau. Saisissez l’adresse e-mail de la commande et "
        "le numéro du document."
    ),
    email="Adresse e-mail",
    number="Numéro du document",
    send="Recevoir un nouveau lien",
    sent=(
        "Si l’adresse et le numéro correspondent, un nouveau lien est en route vers cette "
        "adresse. Cela peut prendre quelques minutes."
    ),
    wait="Trop de tentatives. Veuillez réessayer plus tard.",
    subject="Nouveau lien vers {number}",
    body=(
        "Voici le nouveau lien vers {number} de {seller} :\n\n{url}\n\nSi vous ne l’avez pas "
        "demandé, ignorez ce message.\n"
    ),
    details="Détails",
)
