/** Lists of identifiers that sellers are known by (ISO 6523 ICD); names are their own. */
export const REGISTRATION_SCHEMES = [
  ["0002", "SIRENE / SIREN"],
  ["0009", "SIRET"],
  ["0060", "DUNS"],
  ["0088", "GLN"],
  ["0106", "KvK"],
  ["0184", "CVR"],
  ["0192", "Organisasjonsnummer"],
  ["0208", "KBO / BCE"],
  ["0007", "Organisationsnummer"],
] as const;

/** Where e-invoices reach a seller (CEF EAS). */
export const ELECTRONIC_SCHEMES = [
  ["EM", "E-Mail"],
  ["0088", "GLN"],
  ["0009", "SIRET"],
  ["0106", "KvK"],
  ["0184", "CVR"],
  ["0192", "Organisasjonsnummer"],
  ["0204", "Leitweg-ID"],
  ["0208", "KBO / BCE"],
  ["0225", "FR CTC"],
  ["9930", "USt-IdNr. (DE)"],
  ["9914", "UID (AT)"],
  ["9945", "NIP (PL)"],
] as const;
