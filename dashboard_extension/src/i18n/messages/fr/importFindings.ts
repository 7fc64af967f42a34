import type { Translated } from "../../catalogue";
import type { importFindings as english } from "../en/importFindings";

export const importFindings: Translated<typeof english> = {
  "imports.finding.DATE_INVALID": "« {value} » n’est pas une date.",
  "imports.right.DATE_INVALID":
    "Une date comme 2026-11-02 ; ou choisissez « {dateOrder} » sous « {reading} » si jour et mois sont inversés.",
  "imports.finding.AMBIGUOUS_DATE": "Une date peut se lire de deux façons : jour ou mois d’abord.",
  "imports.right.AMBIGUOUS_DATE": "Choisissez « {dateOrder} » sous « {reading} ».",
  "imports.finding.AMOUNT_INVALID": "« {value} » n’est pas un montant.",
  "imports.right.AMOUNT_INVALID":
    "Un nombre comme 1234,50 ; voyez aussi « {decimalSign} » sous « {reading} ».",
  "imports.finding.AMBIGUOUS_AMOUNT":
    "Un montant peut se lire de deux façons : avec des décimales ou avec des milliers.",
  "imports.right.AMBIGUOUS_AMOUNT": "Choisissez « {decimalSign} » sous « {reading} ».",
  "imports.finding.NUMBER_MISSING": "Le document n’a pas de numéro.",
  "imports.right.NUMBER_MISSING": "Le numéro sous lequel il a été émis.",
  "imports.finding.ISSUE_DATE_MISSING": "Le document n’a pas de date d’émission.",
  "imports.right.ISSUE_DATE_MISSING": "Le jour où il a été émis.",
  "imports.finding.DATE_IMPLAUSIBLE": "Rien n’a été émis le {value}.",
  "imports.right.DATE_IMPLAUSIBLE": "Une date entre 1970 et 2199.",
  "imports.finding.DUE_BEFORE_ISSUE": "Il est dû le {value}, avant son émission.",
  "imports.right.DUE_BEFORE_ISSUE": "Une échéance qui n’est pas antérieure à l’émission.",
  "imports.finding.BUYER_NAME_MISSING": "Le nom de l’acheteur manque.",
  "imports.right.BUYER_NAME_MISSING":
    "Le nom ou la société de l’acheteur ; pour un inconnu, par exemple « Vente au comptant ».",
  "imports.finding.COUNTRY_UNKNOWN": "« {value} » n’est pas un pays.",
  "imports.right.COUNTRY_UNKNOWN": "Les deux lettres du pays, par exemple DE.",
  "imports.finding.CURRENCY_MISSING": "La devise manque.",
  "imports.right.CURRENCY_MISSING": "Une devise comme EUR, dans une colonne ou sous « {reading} ».",
  "imports.finding.UNKNOWN_CURRENCY": "« {value} » n’est pas une devise connue.",
  "imports.right.UNKNOWN_CURRENCY": "Trois lettres comme EUR.",
  "imports.finding.KIND_UNKNOWN": "« {value} » n’est pas un type de document.",
  "imports.right.KIND_UNKNOWN": "Facture ou avoir.",
  "imports.finding.TOTALS_DIFFER":
    "{column} : {stated} est indiqué, mais les parties donnent {computed}.",
  "imports.right.TOTALS_DIFFER": "{computed}, ou des lignes qui donnent {stated}.",
  "imports.finding.LINE_TOTALS_DIFFER":
    "Le net et la TVA de la ligne donnent {computed}, mais {stated} est indiqué.",
  "imports.right.LINE_TOTALS_DIFFER": "Un montant brut égal au net plus la TVA.",
  "imports.finding.LINE_AMOUNT_MISSING": "Il n’y a ni montant net ni montant brut.",
  "imports.right.LINE_AMOUNT_MISSING": "Un montant net ou brut, ou un prix unitaire.",
  "imports.finding.AMOUNT_ROUNDED":
    "{value} a plus de décimales que la devise ; {computed} a été pris.",
  "imports.right.AMOUNT_ROUNDED": "Des montants avec autant de décimales que la devise.",
  "imports.finding.AMOUNT_TOO_LARGE": "{value} est trop grand.",
  "imports.right.AMOUNT_TOO_LARGE": "Un montant plus petit.",
  "imports.finding.NEGATIVE_INVOICE": "Une facture ne peut pas avoir de total négatif.",
  "imports.right.NEGATIVE_INVOICE": "Un avoir avec des montants positifs.",
  "imports.finding.VAT_RATE_MISSING": "Le taux et le montant de TVA manquent tous les deux.",
  "imports.right.VAT_RATE_MISSING": "Le taux de TVA en pour cent, ou le montant de TVA.",
  "imports.finding.VAT_RATE_INVALID": "{value} % n’est pas un taux de TVA.",
  "imports.right.VAT_RATE_INVALID": "Un taux en pour cent de 0 à 100, par exemple 20.",
  "imports.finding.VAT_RATE_DERIVED":
    "Aucun taux de TVA n’est indiqué et aucun ne correspond exactement ; {computed} % a été pris.",
  "imports.right.VAT_RATE_DERIVED": "Le taux de TVA en pour cent.",
  "imports.finding.VAT_RATE_AMBIGUOUS": "Le taux {value} peut être une fraction ou un pourcentage.",
  "imports.right.VAT_RATE_AMBIGUOUS":
    "Le taux en pour cent : 20 pour 20 % ; ou le montant de TVA à côté.",
  "imports.finding.VAT_CATEGORY_UNKNOWN_AT_ZERO":
    "Rien n’indique pourquoi il n’y a pas de TVA ; le taux zéro (Z) a été pris.",
  "imports.right.VAT_CATEGORY_UNKNOWN_AT_ZERO":
    "La catégorie de TVA : E exonéré, AE autoliquidation, K intracommunautaire, G export, O hors champ, Z taux zéro.",
  "imports.finding.VAT_CATEGORY_UNKNOWN": "« {value} » n’est pas une catégorie de TVA.",
  "imports.right.VAT_CATEGORY_UNKNOWN": "L’une de S, Z, E, AE, K, G, O, ou rien.",
  "imports.finding.VAT_CATEGORY_CONTRADICTS_RATE":
    "La catégorie de TVA {value} et le taux se contredisent.",
  "imports.right.VAT_CATEGORY_CONTRADICTS_RATE":
    "S avec un taux supérieur à 0 ; à 0, l’une de Z, E, AE, K, G et O.",
  "imports.finding.DUPLICATE_IN_FILE": "Le même document figure plusieurs fois dans le fichier.",
  "imports.finding.DUPLICATE_IN_FILE.at":
    "Le même document figure déjà dans le fichier : {earlier}.",
  "imports.right.DUPLICATE_IN_FILE":
    "N’en gardez qu’un, ou donnez à chacun son propre identifiant.",
  "imports.finding.NUMBER_TAKEN": "Une facture émise ici porte ce numéro.",
  "imports.right.NUMBER_TAKEN": "Corrigez le numéro, ou omettez le document.",
  "imports.finding.NUMBER_REPEATED": "Un autre document importé porte aussi ce numéro.",
  "imports.right.NUMBER_REPEATED": "Vérifiez lequel est juste ; les deux ont été gardés.",
  "imports.finding.CHANGED_REFUSED": "Il a déjà été importé et dit maintenant autre chose.",
  "imports.right.CHANGED_REFUSED":
    "Importez de nouveau et choisissez autre chose pour « {policy} ».",
  "imports.finding.CHANGED_PAID":
    "Il a déjà été importé et a reçu de l’argent depuis : il ne peut plus changer.",
  "imports.right.CHANGED_PAID":
    "Faites un avoir dans l’autre système, ou importez-le comme nouvelle version.",
  "imports.finding.ROWS_DIFFER":
    "Le document dit ici « {value} », et « {stated} » dans sa première ligne.",
  "imports.right.ROWS_DIFFER":
    "La même chose dans toutes les lignes d’un document, ou rien après la première.",
  "imports.finding.TOO_MANY_CELLS": "La ligne a plus de cellules que le tableau de colonnes.",
  "imports.right.TOO_MANY_CELLS":
    "Un texte ou un montant contenant le séparateur se met entre guillemets ; voyez aussi « {reading} ».",
  "imports.finding.PAYMENT_STATUS_UNKNOWN": "« {value} » n’est pas un statut de paiement.",
  "imports.right.PAYMENT_STATUS_UNKNOWN": "paid, partially_paid ou unpaid.",
  "imports.finding.PAID_AMOUNT_MISSING": "Il est payé en partie, mais rien n’indique combien.",
  "imports.right.PAID_AMOUNT_MISSING": "Le montant payé.",
  "imports.finding.PDF_FILE_MISSING":
    "Le PDF n’est pas dans le ZIP ; le document est importé sans lui.",
  "imports.right.PDF_FILE_MISSING": "Un ZIP avec le tableau et ses PDF, sous les noms du tableau.",
  "imports.finding.FILE_UNUSED": "Le fichier n’appartient à aucune facture.",
  "imports.right.FILE_UNUSED":
    "Nommez-le dans le tableau, donnez-lui le nom de son XML, ou retirez-le.",
  "imports.finding.FORMULA_NOT_COMPUTED": "La cellule contient une formule sans valeur.",
  "imports.right.FORMULA_NOT_COMPUTED":
    "Ouvrez le fichier dans un tableur, enregistrez-le et importez-le de nouveau.",
  "imports.place.row": "ligne {at}",
  "imports.place.rows": "lignes {at}",
  "imports.place.line": "ligne {at}",
};
