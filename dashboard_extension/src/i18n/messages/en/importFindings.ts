/** What may be wrong with a document of a file, and what would be right, by the API's codes. */
export const importFindings = {
  "imports.finding.DATE_INVALID": "“{value}” is no date.",
  "imports.right.DATE_INVALID":
    "A date such as 2026-11-02; or choose “{dateOrder}” under “{reading}” where day and month are turned.",
  "imports.finding.AMBIGUOUS_DATE": "Some dates can be read in two ways: day or month first.",
  "imports.right.AMBIGUOUS_DATE": "Choose “{dateOrder}” under “{reading}”.",
  "imports.finding.AMOUNT_INVALID": "“{value}” is no amount.",
  "imports.right.AMOUNT_INVALID":
    "A number such as 1234.50; see “{decimalSign}” under “{reading}” too.",
  "imports.finding.AMBIGUOUS_AMOUNT":
    "Some amounts can be read in two ways: with decimals, or with thousands.",
  "imports.right.AMBIGUOUS_AMOUNT": "Choose “{decimalSign}” under “{reading}”.",
  "imports.finding.NUMBER_MISSING": "The document has no number.",
  "imports.right.NUMBER_MISSING": "The number under which it was issued.",
  "imports.finding.ISSUE_DATE_MISSING": "The document has no issue date.",
  "imports.right.ISSUE_DATE_MISSING": "The day on which it was issued.",
  "imports.finding.DATE_IMPLAUSIBLE": "Nothing was issued on {value}.",
  "imports.right.DATE_IMPLAUSIBLE": "A date from 1970 to 2199.",
  "imports.finding.DUE_BEFORE_ISSUE": "It is due on {value}, before it was issued.",
  "imports.right.DUE_BEFORE_ISSUE": "A due date that is not before the issue date.",
  "imports.finding.BUYER_NAME_MISSING": "There is no name of the buyer.",
  "imports.right.BUYER_NAME_MISSING":
    "The buyer’s name or company; words such as “Cash sale” for an unknown one.",
  "imports.finding.COUNTRY_UNKNOWN": "“{value}” is no country.",
  "imports.right.COUNTRY_UNKNOWN": "The country’s two letters, such as DE.",
  "imports.finding.CURRENCY_MISSING": "Nothing says the currency.",
  "imports.right.CURRENCY_MISSING": "A currency such as EUR, in a column or under “{reading}”.",
  "imports.finding.UNKNOWN_CURRENCY": "“{value}” is no known currency.",
  "imports.right.UNKNOWN_CURRENCY": "Three letters such as EUR.",
  "imports.finding.KIND_UNKNOWN": "“{value}” is no kind of document.",
  "imports.right.KIND_UNKNOWN": "Invoice or credit note.",
  "imports.finding.TOTALS_DIFFER": "{column}: {stated} is stated, but the parts make {computed}.",
  "imports.right.TOTALS_DIFFER": "{computed}, or lines that make {stated}.",
  "imports.finding.LINE_TOTALS_DIFFER":
    "Net and VAT of the line make {computed}, but {stated} is stated.",
  "imports.right.LINE_TOTALS_DIFFER": "A gross amount that is net and VAT.",
  "imports.finding.LINE_AMOUNT_MISSING": "There is no net or gross amount.",
  "imports.right.LINE_AMOUNT_MISSING": "A net or gross amount, or a unit price.",
  "imports.finding.AMOUNT_ROUNDED":
    "{value} has more decimals than the currency; {computed} was taken.",
  "imports.right.AMOUNT_ROUNDED": "Amounts with as many decimals as the currency has.",
  "imports.finding.AMOUNT_TOO_LARGE": "{value} is too large.",
  "imports.right.AMOUNT_TOO_LARGE": "A smaller amount.",
  "imports.finding.NEGATIVE_INVOICE": "An invoice can’t have a negative total.",
  "imports.right.NEGATIVE_INVOICE": "A credit note with positive amounts.",
  "imports.finding.VAT_RATE_MISSING": "VAT rate and VAT amount are both missing.",
  "imports.right.VAT_RATE_MISSING": "The VAT rate in percent, or the VAT amount.",
  "imports.finding.VAT_RATE_INVALID": "{value} % is no VAT rate.",
  "imports.right.VAT_RATE_INVALID": "A rate in percent from 0 to 100, such as 19.",
  "imports.finding.VAT_RATE_DERIVED":
    "No VAT rate is given, and none fits the amounts exactly; {computed} % was taken.",
  "imports.right.VAT_RATE_DERIVED": "The VAT rate in percent.",
  "imports.finding.VAT_RATE_AMBIGUOUS": "The rate {value} can be a fraction or a percentage.",
  "imports.right.VAT_RATE_AMBIGUOUS":
    "The rate in percent: 19 for 19 %; or the VAT amount beside it.",
  "imports.finding.VAT_CATEGORY_UNKNOWN_AT_ZERO":
    "Nothing says why there is no VAT; zero rated (Z) was taken.",
  "imports.right.VAT_CATEGORY_UNKNOWN_AT_ZERO":
    "The VAT category: E exempt, AE reverse charge, K intra-Community, G export, O out of scope, Z zero rated.",
  "imports.finding.VAT_CATEGORY_UNKNOWN": "“{value}” is no VAT category.",
  "imports.right.VAT_CATEGORY_UNKNOWN": "One of S, Z, E, AE, K, G, O, or nothing.",
  "imports.finding.VAT_CATEGORY_CONTRADICTS_RATE":
    "VAT category {value} and the VAT rate contradict each other.",
  "imports.right.VAT_CATEGORY_CONTRADICTS_RATE":
    "S with a rate above 0; at 0 one of Z, E, AE, K, G and O.",
  "imports.finding.DUPLICATE_IN_FILE": "The same document stands in the file more than once.",
  "imports.finding.DUPLICATE_IN_FILE.at":
    "The same document stands in the file already: {earlier}.",
  "imports.right.DUPLICATE_IN_FILE": "Leave one of them, or give each an id of its own.",
  "imports.finding.NUMBER_TAKEN": "An invoice that was issued here has this number.",
  "imports.right.NUMBER_TAKEN": "Correct the number, or leave the document out.",
  "imports.finding.NUMBER_REPEATED": "Another imported document has this number too.",
  "imports.right.NUMBER_REPEATED": "See which of them is right; both were kept.",
  "imports.finding.CHANGED_REFUSED": "It was imported before and says something else now.",
  "imports.right.CHANGED_REFUSED": "Import it again and choose something else for “{policy}”.",
  "imports.finding.CHANGED_PAID":
    "It was imported before and has received money since: it can’t change any more.",
  "imports.right.CHANGED_PAID":
    "Make a credit note in the other system, or import it as a new version.",
  "imports.finding.ROWS_DIFFER":
    "The document says “{value}” here, and “{stated}” in its first row.",
  "imports.right.ROWS_DIFFER":
    "The same in all rows of a document, or nothing in those after the first.",
  "imports.finding.TOO_MANY_CELLS": "The row has more cells than the table has columns.",
  "imports.right.TOO_MANY_CELLS":
    "A text or amount that holds the delimiter stands between quotes; see “{reading}” too.",
  "imports.finding.PAYMENT_STATUS_UNKNOWN": "“{value}” is no payment status.",
  "imports.right.PAYMENT_STATUS_UNKNOWN": "paid, partially_paid or unpaid.",
  "imports.finding.PAID_AMOUNT_MISSING": "It is partially paid, but nothing says how much.",
  "imports.right.PAID_AMOUNT_MISSING": "The amount that was paid.",
  "imports.finding.PDF_FILE_MISSING": "The PDF is not in the ZIP; the document goes in without it.",
  "imports.right.PDF_FILE_MISSING":
    "A ZIP that holds the table and its PDFs, under the names in the table.",
  "imports.finding.FILE_UNUSED": "The file belongs to no invoice.",
  "imports.right.FILE_UNUSED":
    "Name it in the table, give it the name of its XML, or leave it out.",
  "imports.finding.FORMULA_NOT_COMPUTED": "The cell holds a formula without a value.",
  "imports.right.FORMULA_NOT_COMPUTED":
    "Open the file in a spreadsheet program, save it, and import it again.",
  "imports.place.row": "row {at}",
  "imports.place.rows": "rows {at}",
  "imports.place.line": "line {at}",
} as const;
