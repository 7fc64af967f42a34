// What the frames say, in the languages that the stand-in knows.
const WORDS = {
  en: {
    card: "Card", sepa: "SEPA Debit", number: "Card number", expiry: "Expiration date",
    code: "Security code", iban: "IBAN", name: "Full name", email: "Email",
    methods: "Payment method", fill: "Test card 4242…", fillIban: "Test IBAN",
    incompleteNumber: "Your card number is incomplete.",
    incorrectNumber: "Your card number is invalid.",
    incompleteExpiry: "Your card's expiration date is incomplete.",
    pastExpiry: "Your card's expiration date is in the past.",
    incompleteCode: "Your card's security code is incomplete.",
    incompleteIban: "Your IBAN is incomplete.", incompleteName: "Please give your full name.",
    incompleteEmail: "Please give your email address.",
    kept: "Your details are kept for later payments.",
    mandate: "You allow this shop to collect the amount from your account.",
    loading: "The payment form can't be shown.",
    bank: "3D Secure test page", asks: "Your bank asks whether you are paying {amount}.",
    complete: "Complete", fail: "Fail",
    ideal: "iDEAL", leaves: "You confirm the payment at your bank and come back here.",
    testBank: "Test bank", pays: "To {seller}", authorise: "Authorise",
    pending: "Leave it pending",
  },
  de: {
    card: "Karte", sepa: "SEPA-Lastschrift", number: "Kartennummer", expiry: "Ablaufdatum",
    code: "Prüfziffer", iban: "IBAN", name: "Vollständiger Name", email: "E-Mail",
    methods: "Zahlungsart", fill: "Testkarte 4242…", fillIban: "Test-IBAN",
    incompleteNumber: "Die Kartennummer ist unvollständig.",
    incorrectNumber: "Die Kartennummer ist ungültig.",
    incompleteExpiry: "Das Ablaufdatum ist unvollständig.",
    pastExpiry: "Das Ablaufdatum liegt in der Vergangenheit.",
    incompleteCode: "Die Prüfziffer ist unvollständig.",
    incompleteIban: "Die IBAN ist unvollständig.", incompleteName: "Bitte geben Sie den Namen an.",
    incompleteEmail: "Bitte geben Sie die E-Mail-Adresse an.",
    kept: "Ihre Angaben werden für spätere Zahlungen gespeichert.",
    mandate: "Sie erlauben diesem Geschäft, den Betrag von Ihrem Konto einzuziehen.",
    loading: "Das Zahlungsformular kann nicht angezeigt werden.",
    bank: "3D-Secure-Testseite", asks: "Ihre Bank fragt, ob Sie {amount} zahlen.",
    complete: "Bestätigen", fail: "Ablehnen",
    ideal: "iDEAL", leaves: "Sie bestätigen die Zahlung bei Ihrer Bank und kommen hierher zurück.",
    testBank: "Testbank", pays: "An {seller}", authorise: "Freigeben",
    pending: "Noch offen lassen",
  },
  fr: {
    card: "Carte", sepa: "Prélèvement SEPA", number: "Numéro de carte", expiry: "Date d’expiration",
    code: "Code de sécurité", iban: "IBAN", name: "Nom complet", email: "E-mail",
    methods: "Moyen de paiement", fill: "Carte de test 4242…", fillIban: "IBAN de test",
    incompleteNumber: "Le numéro de carte est incomplet.",
    incorrectNumber: "Le numéro de carte n’est pas valide.",
    incompleteExpiry: "La date d’expiration est incomplète.",
    pastExpiry: "La date d’expiration est passée.",
    incompleteCode: "Le code de sécurité est incomplet.",
    incompleteIban: "L’IBAN est incomplet.", incompleteName: "Indiquez votre nom complet.",
    incompleteEmail: "Indiquez votre adresse e-mail.",
    kept: "Vos données sont conservées pour de prochains paiements.",
    mandate: "Vous autorisez cette boutique à prélever le montant sur votre compte.",
    loading: "Le formulaire de paiement ne peut pas être affiché.",
    bank: "Page de test 3D Secure", asks: "Votre banque demande si vous payez {amount}.",
    complete: "Confirmer", fail: "Refuser",
    ideal: "iDEAL", leaves: "Vous confirmez le paiement auprès de votre banque, puis revenez ici.",
    testBank: "Banque de test", pays: "À {seller}", authorise: "Autoriser",
    pending: "Laisser en attente",
  },
  pl: {
    card: "Karta", sepa: "Polecenie zapłaty SEPA", number: "Numer karty", expiry: "Data ważności",
    code: "Kod zabezpieczający", iban: "IBAN", name: "Imię i nazwisko", email: "E-mail",
    methods: "Metoda płatności", fill: "Karta testowa 4242…", fillIban: "Testowy IBAN",
    incompleteNumber: "Numer karty jest niepełny.",
    incorrectNumber: "Numer karty jest nieprawidłowy.",
    incompleteExpiry: "Data ważności jest niepełna.",
    pastExpiry: "Data ważności już minęła.",
    incompleteCode: "Kod zabezpieczający jest niepełny.",
    incompleteIban: "IBAN jest niepełny.", incompleteName: "Podaj imię i nazwisko.",
    incompleteEmail: "Podaj adres e-mail.",
    kept: "Dane zostaną zachowane na późniejsze płatności.",
    mandate: "Zezwalasz temu sklepowi na pobranie kwoty z Twojego rachunku.",
    loading: "Nie można wyświetlić formularza płatności.",
    bank: "Strona testowa 3D Secure", asks: "Twój bank pyta, czy płacisz {amount}.",
    complete: "Potwierdź", fail: "Odrzuć",
    ideal: "iDEAL", leaves: "Potwierdzisz płatność w swoim banku i wrócisz tutaj.",
    testBank: "Bank testowy", pays: "Dla {seller}", authorise: "Autoryzuj",
    pending: "Pozostaw w toku",
  },
};

/** The words of a locale; English where it is not known. Sets the page's language, too. */
export function speak(locale) {
  const wanted = !locale || locale === "auto" ? navigator.language : locale;
  const language = wanted.split("-")[0];
  document.documentElement.lang = language in WORDS ? language : "en";
  return WORDS[language] ?? WORDS.en;
}

/** The page that opened the frame, and a port to it. */
export function begun() {
  return new Promise((done) => {
    addEventListener("message", ({ data, ports }) => {
      if (data?.stripe === "begin") done([data, ports[0]]);
    });
  });
}

/** One call to the API with a publishable key: `{ ok: object }` or `{ error }`. */
export async function call(method, path, fields) {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value != null) form.set(name, value);
  try {
    const answered =
      method === "GET"
        ? await fetch(`/v1/${path}?${form}`)
        : await fetch(`/v1/${path}`, { method, body: form });
    const body = await answered.json();
    return answered.ok ? { ok: body } : { error: body.error };
  } catch {
    const message = "We are experiencing issues connecting to our payments provider.";
    return { error: { type: "api_connection_error", message } };
  }
}
