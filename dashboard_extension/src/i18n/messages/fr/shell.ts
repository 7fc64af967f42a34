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
};
