import type { Translated } from "../../catalogue";
import type { shell as english } from "../en/shell";

export const shell: Translated<typeof english> = {
  "error.title": "Une erreur est survenue",
  "error.retry": "Réessayer",
  "error.NETWORK": "L’application est injoignable. Vérifiez la connexion et réessayez.",
  "error.TIMEOUT": "L’application a mis trop de temps à répondre.",
  "error.SERVER": "L’application rencontre un problème. Réessayez dans un instant.",
  "error.SESSION_ENDED": "La session a expiré. Rechargez le tableau de bord.",
  "error.PERMISSION_DENIED":
    "Vous ne pouvez pas voir les factures. Il faut l’autorisation « Gérer les commandes ».",
  "error.STORE_UNKNOWN":
    "L’application n’est pas installée dans cette boutique. Installez-la à nouveau.",
  "error.DOWNLOAD_NOT_READY": "Le PDF est encore en préparation. Réessayez dans un instant.",
  "bridge.connecting": "Connexion au tableau de bord",
  "bridge.silent": "Le tableau de bord ne répond pas",
  "bridge.silent.hint": "Cette page dépend du tableau de bord Saleor qui l’entoure.",
  "outside.title": "Ouvrez-moi dans le tableau de bord Saleor",
  "outside.text": "Cette page fait partie de votre tableau de bord Saleor et ne fonctionne que là.",
  "outside.where":
    "Connectez-vous au tableau de bord, ouvrez les extensions et choisissez Invoices.",
  "notfound.title": "Cette page n’existe pas",
  "notfound.back": "Aller aux factures",
  "forbidden.title": "Vous ne pouvez pas voir cette page",
  "forbidden.text":
    "Il manque une autorisation à votre compte : « Gérer les commandes » pour les factures, « Gérer les paramètres » pour les paramètres. Un administrateur de la boutique peut vous la donner.",
  "nav.label": "Factures",
  "nav.invoices": "Factures",
  "nav.reports": "Rapports",
  "nav.settings": "Paramètres",
  "nav.new": "Nouvelle facture",
  "ui.back": "Retour",
  "ui.cancel": "Annuler",
  "ui.close": "Fermer",
  "ui.save": "Enregistrer",
  "ui.saving": "Enregistrement...",
  "ui.delete": "Supprimer",
  "ui.working": "En cours...",
  "ui.loading": "Chargement",
  "ui.more": "Autres actions",
  "ui.copy": "Copier",
  "ui.copied": "Copié",
  "ui.copy.failed":
    "Le navigateur n’a pas autorisé la copie. Veuillez sélectionner le texte et le copier.",
  "ui.searching": "Recherche...",
  "ui.nothing": "Aucun résultat",
  "ui.number.wrong": "Ce n’est pas un nombre.",
  "ui.unsaved.title": "Quitter sans enregistrer ?",
  "ui.unsaved.text": "Vos modifications sur cette page ne sont pas encore enregistrées.",
  "ui.unsaved.leave": "Quitter",
  "ui.unsaved.stay": "Rester",
  "ui.yes": "Oui",
  "ui.no": "Non",
  "ui.preference.failed":
    "Votre choix n’a pas pu être conservé. Il vaut jusqu’à ce que vous quittiez la page.",
};
