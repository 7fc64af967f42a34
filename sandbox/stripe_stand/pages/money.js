// Amounts as people read them.
const ZERO = "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" ");
const THREE = "bhd jod kwd omr tnd".split(" ");

/** An amount in Stripe's unit, in words of a language. */
export function money(amount, currency, language) {
  const decimals = ZERO.includes(currency) ? 0 : THREE.includes(currency) ? 3 : 2;
  const options = { style: "currency", currency, minimumFractionDigits: decimals };
  return new Intl.NumberFormat(language, options).format(amount / 10 ** decimals);
}
