/** The exact sum of decimals that the API gave, e.g. of rows for one column of a chart. */
export function sumOf(amounts: readonly string[]): string {
  const decimals = Math.max(0, ...amounts.map((amount) => amount.split(".")[1]?.length ?? 0));
  const total = amounts.reduce((sum, amount) => sum + unitsOf(amount, decimals), 0n);
  const digits = (total < 0n ? -total : total).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const part = decimals ? `.${digits.slice(-decimals)}` : "";
  return `${total < 0n ? "-" : ""}${whole}${part}`;
}

function unitsOf(amount: string, decimals: number): bigint {
  const [whole = "0", part = ""] = amount.split(".");
  return BigInt(`${whole}${part.padEnd(decimals, "0")}`);
}
