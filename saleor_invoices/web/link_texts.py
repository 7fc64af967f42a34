"""Words of the private link's pages, in the document's language (English where there is none)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkTexts:
    """One language."""

    title: str
    closed: str
    send: str
    sent: str
    code: str
    open: str
    wrong: str
    wait: str
    mail_failed: str
    unknown: str
    preparing: str
    mail_subject: str
    mail_body: str  # with {code}


TEXTS = {
    "en": LinkTexts(
        title="Your document",
        closed="This link no longer opens by itself. We can mail a code to the address that the "
        "order was placed with.",
        send="Mail me a code",
        sent="If the order has an e-mail address, a code is on its way there. It is valid for "
        "15 minutes.",
        code="Code from the mail",
        open="Open the document",
        wrong="This code is wrong or has expired. Ask for a new one.",
        wait="Please wait a moment before you ask for another code.",
        mail_failed="The mail could not be sent. Please try again later.",
        unknown="There is no document at this address.",
        preparing="The document is being prepared. Please try again in a moment.",
        mail_subject="Your code",
        mail_body="Your code to open the document is {code}.\n\nIt is valid for 15 minutes. If you "
        "did not ask for it, ignore this mail: nobody has seen your document.\n",
    ),
    "de": LinkTexts(
        title="Ihr Dokument",
        closed="Dieser Link öffnet sich nicht mehr von selbst. Wir können einen Code an die "
        "Adresse senden, mit der bestellt wurde.",
        send="Code zusenden",
        sent="Falls zur Bestellung eine E-Mail-Adresse gehört, ist ein Code dorthin unterwegs. "
        "Er gilt 15 Minuten.",
        code="Code aus der E-Mail",
        open="Dokument öffnen",
        wrong="Dieser Code ist falsch oder abgelaufen. Bitte fordern Sie einen neuen an.",
        wait="Bitte warten Sie einen Moment, bevor Sie einen weiteren Code anfordern.",
        mail_failed="Die E-Mail konnte nicht gesendet werden. Bitte versuchen Sie es später.",
        unknown="Unter dieser Adresse gibt es kein Dokument.",
        preparing="Das Dokument wird gerade erstellt. Bitte versuchen Sie es gleich noch einmal.",
        mail_subject="Ihr Code",
        mail_body="Ihr Code zum Öffnen des Dokuments lautet {code}.\n\nEr gilt 15 Minuten. Falls "
        "Sie ihn nicht angefordert haben, beachten Sie diese E-Mail nicht: Niemand hat Ihr "
        "Dokument gesehen.\n",
    ),
    "fr": LinkTexts(
        title="Votre document",
        closed="Ce lien ne s’ouvre plus de lui-même. Nous pouvons envoyer un code à l’adresse "
        "utilisée pour la commande.",
        send="Recevoir un code",
        sent="Si la commande comporte une adresse e-mail, un code vient d’y être envoyé. Il est "
        "valable 15 minutes.",
        code="Code reçu par e-mail",
        open="Ouvrir le document",
        wrong="Ce code est erroné ou a expiré. Demandez-en un nouveau.",
        wait="Veuillez patienter un instant avant de demander un autre code.",
        mail_failed="L’e-mail n’a pas pu être envoyé. Veuillez réessayer plus tard.",
        unknown="Il n’y a aucun document à cette adresse.",
        preparing="Le document est en préparation. Veuillez réessayer dans un instant.",
        mail_subject="Votre code",
        mail_body="Votre code pour ouvrir le document est {code}.\n\nIl est valable 15 minutes. Si "
        "vous ne l’avez pas demandé, ignorez ce message : personne n’a vu votre document.\n",
    ),
    "pl": LinkTexts(
        title="Twój dokument",
        closed="Ten link nie otwiera się już samodzielnie. Możemy wysłać kod na adres, z którego "
        "złożono zamówienie.",
        send="Wyślij kod",
        sent="Jeśli zamówienie ma adres e-mail, kod jest już w drodze. Jest ważny 15 minut.",
        code="Kod z wiadomości",
        open="Otwórz dokument",
        wrong="Ten kod jest błędny lub wygasł. Poproś o nowy.",
        wait="Odczekaj chwilę, zanim poprosisz o kolejny kod.",
        mail_failed="Nie udało się wysłać wiadomości. Spróbuj później.",
        unknown="Pod tym adresem nie ma dokumentu.",
        preparing="Dokument jest przygotowywany. Spróbuj ponownie za chwilę.",
        mail_subject="Twój kod",
        mail_body="Twój kod do otwarcia dokumentu to {code}.\n\nJest ważny 15 minut. Jeśli o niego "
        "nie prosiłeś, zignoruj tę wiadomość: nikt nie widział Twojego dokumentu.\n",
    ),
}


def texts_for(language: str) -> LinkTexts:
    """The words in a BCP 47 language, by its first part."""
    return TEXTS.get(language.replace("_", "-").split("-")[0].lower(), TEXTS["en"])
