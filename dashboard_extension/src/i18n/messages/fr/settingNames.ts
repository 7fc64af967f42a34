import type { Translated } from "../../catalogue";
import type { settingNames as english } from "../en/settingNames";

export const settingNames: Translated<typeof english> = {
  "setting.enabled": "Établir des factures",
  "setting.enabled.hint": "Désactivé, aucun document n'est établi, pas même sur demande.",
  "setting.legal_entity": "Vendeur",
  "setting.legal_entity.hint":
    "L'entité dont le nom, les numéros fiscaux et les séries de numéros s'appliquent. Utile seulement s'il y en a plusieurs.",
  "setting.test_mode": "Mode test",
  "setting.test_mode.hint":
    "Les documents portent un filigrane et des numéros TEST à part. Ils n'ont aucune valeur légale et rien n'est envoyé automatiquement.",
  "setting.retention_years": "Conservation en années",
  "setting.retention_years.hint":
    "0 : aussi longtemps que l'exige le pays du vendeur. Avant, rien ne peut être effacé.",
  "setting.issue_policy": "Quand facturer",
  "setting.issue_policy.hint":
    "À quel moment une commande devient d'elle-même une facture. Le bouton de la commande reste toujours possible.",
  "setting.issue_rules": "Exceptions pour certains acheteurs",
  "setting.issue_rules.hint":
    "Un autre moment pour les entreprises, les particuliers ou certains pays. La première règle qui convient l'emporte.",
  "setting.issue_not_before": "Ignorer les commandes d'avant le",
  "setting.issue_not_before.hint":
    "Les commandes plus anciennes sont facturées sur demande seulement, afin de ne rien facturer deux fois.",
  "setting.credit_policy": "Remboursements et annulations",
  "setting.credit_policy.hint":
    "Ce qu'un remboursement ou une annulation dans Saleor devient de lui-même.",
  "setting.number_pattern_invoice": "Numéros des factures",
  "setting.number_pattern_invoice.hint":
    "Un texte avec {seq} une seule fois et des dates à volonté. {seq:05} complète par des zéros.",
  "setting.number_pattern_credit_note": "Numéros des avoirs",
  "setting.number_pattern_credit_note.hint": "Une série à part, distincte des factures.",
  "setting.number_pattern_proforma": "Numéros des proformas",
  "setting.number_pattern_proforma.hint":
    "Les proformas ne sont pas des factures et sont numérotées à part.",
  "setting.number_reset": "Recommencer à 1",
  "setting.number_reset.hint":
    "Les numéros doivent alors montrer la période : l'année, ou l'année et le mois.",
  "setting.payment_terms_days": "Délai de paiement en jours",
  "setting.payment_terms_days.hint": "De la date de la facture à son échéance.",
  "setting.payment_terms": "Conditions de paiement en toutes lettres",
  "setting.payment_terms.hint": "Imprimées telles quelles. Vide : une phrase avec l'échéance.",
  "setting.bank_accounts": "Comptes bancaires",
  "setting.bank_accounts.hint":
    "Où les clients virent l'argent. Imprimés sur les factures qui restent à payer.",
  "setting.payment_code": "Code pour l'application bancaire",
  "setting.payment_code.hint":
    "Un code QR qui remplit le virement : EPC pour l'euro, QR-facture pour la Suisse.",
  "setting.stripe_secret_key": "Clé secrète",
  "setting.stripe_secret_key.hint":
    "Du tableau de bord Stripe, sous Développeurs, Clés API. Une clé restreinte (rk_...) est plus sûre. Conservée chiffrée et jamais montrée de nouveau.",
  "setting.stripe_publishable_key": "Clé publiable",
  "setting.stripe_publishable_key.hint": "Commence par pk_ et appartient au même compte.",
  "setting.payment_provider": "Paiement en ligne par",
  "setting.payment_provider.hint":
    "Vos propres clés Stripe, l’application de paiement de votre Saleor, ou personne.",
  "setting.payment_app": "Application de paiement",
  "setting.payment_app.hint":
    "Son identifiant dans Saleor, pour les paiements par cette application.",
  "setting.default_language": "Langue des documents",
  "setting.default_language.hint":
    "Pour les commandes dans une langue que les documents ne connaissent pas. Les autres gardent la leur.",
  "setting.second_language": "Seconde langue",
  "setting.second_language.hint": "Imprimée plus petit à côté de la première.",
  "setting.template": "Mise en page",
  "setting.template.hint":
    "La mise en page intégrée est rapide, accessible et éprouvée avec les factures électroniques.",
  "setting.html_template": "Votre propre HTML",
  "setting.html_template.hint":
    "Pour un aspect que la mise en page intégrée n'offre pas. Les documents déjà émis gardent le leur.",
  "setting.paper": "Papier",
  "setting.paper.hint": "Le format des pages du PDF.",
  "setting.accent_color": "Couleur",
  "setting.accent_color.hint":
    "Des titres et des filets. Une couleur foncée reste lisible à l'impression.",
  "setting.footer": "Pied de chaque page",
  "setting.footer.hint": "Par exemple registre du commerce, direction, adresse..",
  "setting.notes": "Notes sur chaque document",
  "setting.notes.hint": "Imprimées sous les totaux et reprises dans la facture électronique.",
  "setting.link_open_days": "Jours où un lien s'ouvre sans code",
  "setting.link_open_days.hint":
    "Ensuite, le lien privé du client demande un code qui lui est envoyé par e-mail.",
  "setting.strict_links": "Toujours demander un code",
  "setting.strict_links.hint": "Les liens privés ne s'ouvrent jamais d'eux-mêmes.",
  "setting.show_in_storefront": "Montrer dans la boutique",
  "setting.show_in_storefront.hint": "Les clients connectés voient leurs factures.",
  "setting.allow_download": "Autoriser le téléchargement",
  "setting.allow_download.hint": "Les clients peuvent enregistrer le PDF.",
  "setting.notify_policy": "Message de Saleor",
  "setting.notify_policy.hint":
    "Saleor annonce au client que la facture est prête, si une application pour ces messages est installée.",
  "setting.mail_policy": "Envoyer les documents par e-mail",
  "setting.mail_policy.hint": "L'application envoie chaque document au client, avec le PDF.",
  "setting.mail_texts": "Texte de l'e-mail",
  "setting.mail_texts.hint": "Par langue. Ce qui reste vide garde le texte intégré.",
  "setting.mail_attach_xml": "Joindre la facture électronique",
  "setting.mail_attach_xml.hint": "Le fichier XML accompagne le PDF, quand il existe.",
  "setting.reminder_days": "Rappeler les factures impayées",
  "setting.reminder_days.hint":
    "Jours après l'échéance, ou avant. Rien n'est rappelé de ce qui est payé ou contesté.",
  "setting.reminder_texts": "Texte des rappels",
  "setting.reminder_texts.hint": "Par langue. Ce qui reste vide garde le texte intégré.",
  "setting.reply_to": "Réponses adressées à",
  "setting.reply_to.hint": "L'adresse à laquelle les clients écrivent quand ils répondent.",
  "setting.einvoice_profile": "Facture électronique",
  "setting.einvoice_profile.hint":
    "Automatique choisit selon le pays et le type d'acheteur, p. ex. XRechnung pour l'administration allemande.",
  "setting.einvoice_required": "Pas de facture sans facture électronique valable",
  "setting.einvoice_required.hint":
    "Ce que les règles officielles refusent n'est pas émis, et l'on vous dit quoi corriger.",
  "setting.transmission": "Transmettre les factures électroniques",
  "setting.transmission.hint": "Comment elles partent d'elles-mêmes dès leur émission.",
  "setting.access_point_url": "Adresse du point d'accès",
  "setting.access_point_url.hint":
    "Le service de votre prestataire qui reçoit les documents par HTTPS.",
  "setting.access_point_token": "Jeton du point d'accès",
  "setting.access_point_token.hint":
    "Conservé chiffré et jamais montré de nouveau. Une nouvelle adresse le redemande.",
  "setting.supply_kind": "Vous vendez surtout",
  "setting.supply_kind.hint": "Détermine de la taxe de quel pays relève une vente à l'étranger.",
  "setting.supply_wording": "Mention au lieu de la date de livraison",
  "setting.supply_wording.hint": "Imprimée tant que la date de livraison n'est pas connue.",
  "setting.tax_name": "Nom de la taxe",
  "setting.tax_name.hint": "Vide : selon le pays, p. ex. TVA, VAT, MwSt.",
  "setting.vat_registered": "Assujetti à la TVA",
  "setting.vat_registered.hint":
    "Désactivez si vous n'en facturez pas, p. ex. en franchise en base.",
  "setting.zero_rate_category": "Ventes à 0 %",
  "setting.zero_rate_category.hint":
    "Pourquoi une vente intérieure est sans taxe : le taux seul ne le dit pas.",
  "setting.zero_rate_reason": "Motif en toutes lettres",
  "setting.zero_rate_reason.hint":
    "Imprimé sur la facture ; les ventes exonérées en ont besoin, ou d'un code.",
  "setting.zero_rate_code": "Motif sous forme de code",
  "setting.zero_rate_code.hint": "De la liste européenne VATEX, p. ex. VATEX-EU-132.",
  "setting.tax_class_categories": "Classes de taxe sans taxe",
  "setting.tax_class_categories.hint":
    "Si certains produits ont un autre motif que les autres : par le nom de la classe de taxe de Saleor.",
  "setting.territory": "Territoire particulier",
  "setting.territory.hint": "Territoires espagnols ayant leur propre taxe au lieu de la TVA.",
  "setting.accounting_currency": "TVA aussi dans votre monnaie",
  "setting.accounting_currency.hint":
    "Si la loi veut la TVA dans la monnaie nationale sur les factures en devise. Vous saisissez les cours.",
  "setting.vies_check": "Vérifier les numéros de TVA",
  "setting.vies_check.hint":
    "VIES, de l'UE, est interrogé sur le numéro de chaque acheteur et sa réponse conservée comme preuve.",
  "setting.vat_id_keys": "Numéro de TVA de l'acheteur",
  "setting.vat_id_keys.hint":
    "Clés de métadonnées de la commande, de l'adresse ou du client. La première renseignée compte.",
  "setting.buyer_reference_keys": "Référence de l'acheteur",
  "setting.buyer_reference_keys.hint":
    "Clés de métadonnées avec ce que l'acheteur veut lire, p. ex. un code service.",
  "setting.purchase_order_keys": "Numéro de commande de l'acheteur",
  "setting.purchase_order_keys.hint":
    "Clés de métadonnées avec le numéro de la commande chez l'acheteur.",
  "setting.account_framework": "Plan comptable allemand",
  "setting.account_framework.hint":
    "Décide des comptes des fichiers DATEV que vous ne nommez pas vous-même.",
  "setting.datev_consultant_number": "Numéro de conseil DATEV",
  "setting.datev_consultant_number.hint":
    "Celui de votre cabinet, de 1001 à 9999999. 0 : aucun, et donc pas de fichier DATEV.",
  "setting.datev_client_number": "Numéro de client DATEV",
  "setting.datev_client_number.hint": "Le vôtre auprès du cabinet, de 1 à 99999.",
  "setting.debtor_account": "Compte des clients",
  "setting.debtor_account.hint":
    "Ce que les clients doivent y est porté. Vide : 10000 pour DATEV, 411000 pour le FEC.",
  "setting.revenue_accounts": "Comptes de produits",
  "setting.revenue_accounts.hint":
    "Un par ligne : S 20 = 707100 pour les ventes à 20 %, K = 707200 pour les livraisons dans l’UE, OSS DE 19 = 707300 pour les ventes en Allemagne. Une clé DATEV peut suivre : 8200/3.",
  "setting.vat_accounts": "Comptes de TVA",
  "setting.vat_accounts.hint":
    "Pour le FEC, écrits comme les comptes de produits : S 20 = 445711. Le reste va au 445710.",
  "setting.fiscal_year_month": "Premier mois de l’exercice",
  "setting.fiscal_year_month.hint":
    "1 : janvier. Les fichiers DATEV et le FEC portent sur un exercice.",
  "setting.siren": "SIREN",
  "setting.siren.hint":
    "Neuf chiffres ; le nom du FEC les porte. Vide : l’immatriculation, si c’en est un.",
  "setting.fec_journal_code": "Journal dans le FEC",
  "setting.fec_journal_code.hint": "Le code court de votre journal des ventes.",
  "setting.fec_journal_name": "Nom de ce journal",
  "setting.fec_journal_name.hint": "Tel que votre comptable l’appelle.",
  "setting.oss_registered": "Guichet unique (OSS)",
  "setting.oss_registered.hint":
    "La TVA des autres États membres y est déclarée. Désactivé : c’est celle de votre pays.",
  "setting.own_vat_countries": "Immatriculé sur place",
  "setting.own_vat_countries.hint":
    "Codes des États membres où vous déclarez la TVA vous-même, un par ligne : DE. Ils ne sont pas dans le guichet unique.",
  "choice.issue_policy.on_request": "Sur demande seulement",
  "choice.issue_policy.confirmed": "Quand la commande est confirmée",
  "choice.issue_policy.fully_paid": "Quand la commande est entièrement payée",
  "choice.issue_policy.fulfilled": "Quand la commande est expédiée",
  "choice.issue_policy.per_fulfillment": "Une par colis",
  "choice.credit_policy.automatic": "Émettre un avoir",
  "choice.credit_policy.draft": "En préparer un à vérifier",
  "choice.credit_policy.off": "Ne rien faire",
  "choice.number_reset.never": "Jamais",
  "choice.number_reset.yearly": "Chaque année",
  "choice.number_reset.monthly": "Chaque mois",
  "choice.number_reset.daily": "Chaque jour",
  "choice.payment_code.auto": "Si possible",
  "choice.payment_code.none": "Aucun",
  "choice.payment_provider.none": "Personne",
  "choice.payment_provider.stripe": "Stripe, avec vos clés",
  "choice.payment_provider.saleor_app": "Application de paiement de Saleor",
  "choice.template.classic": "Classique (intégrée)",
  "choice.template.html": "Votre propre HTML",
  "choice.paper.a4": "A4",
  "choice.paper.letter": "US Letter",
  "choice.notify_policy.never": "Jamais",
  "choice.notify_policy.on_issue": "Avec chaque facture",
  "choice.mail_policy.never": "Seulement quand vous l'envoyez",
  "choice.mail_policy.on_issue": "Dès l'émission",
  "choice.einvoice_profile.auto": "Automatique",
  "choice.einvoice_profile.none": "Aucune",
  "choice.einvoice_profile.en16931": "EN 16931 (Factur-X, ZUGFeRD)",
  "choice.einvoice_profile.extended": "Factur-X Extended",
  "choice.einvoice_profile.xrechnung_cii": "XRechnung (CII)",
  "choice.einvoice_profile.xrechnung_ubl": "XRechnung (UBL)",
  "choice.einvoice_profile.peppol_bis3": "Peppol BIS Billing 3",
  "choice.transmission.none": "Pas automatiquement",
  "choice.transmission.email": "Par e-mail",
  "choice.transmission.access_point": "Par un point d'accès",
  "choice.supply_kind.goods": "Des biens",
  "choice.supply_kind.services": "Des services",
  "choice.zero_rate_category.": "Non précisé",
  "choice.zero_rate_category.Z": "Taux zéro (Z)",
  "choice.zero_rate_category.E": "Exonéré (E)",
  "choice.zero_rate_category.O": "Hors champ de la TVA (O)",
  "choice.territory.": "Aucun",
  "choice.territory.ES-CN": "Îles Canaries (IGIC)",
  "choice.territory.ES-CE": "Ceuta (IPSI)",
  "choice.territory.ES-ML": "Melilla (IPSI)",
  "choice.tax_class_categories.S": "Taux normal (S)",
  "choice.tax_class_categories.Z": "Taux zéro (Z)",
  "choice.tax_class_categories.E": "Exonéré (E)",
  "choice.tax_class_categories.AE": "Autoliquidation (AE)",
  "choice.tax_class_categories.K": "Livraison intracommunautaire (K)",
  "choice.tax_class_categories.G": "Exportation (G)",
  "choice.tax_class_categories.O": "Hors champ de la TVA (O)",
  "choice.tax_class_categories.L": "Îles Canaries (L)",
  "choice.tax_class_categories.M": "Ceuta et Melilla (M)",
  "choice.account_framework.skr03": "SKR03",
  "choice.account_framework.skr04": "SKR04",
};
