import { isZero, type Money } from "../format/money";
import { compare, sumOf } from "./decimals";
import type { SalesDocument } from "./useDocument";

type Of = Pick<
  SalesDocument,
  "total" | "rounding" | "prepayments" | "charged" | "held" | "credited"
>;

export interface Settled {
  /** What had to come in as money: the total and its rounding, less gift cards. */
  due: Money;
  /** What came in, before anything went back. */
  paid: Money;
  /** What the shop holds beyond its claim after credit notes; none where it does not. */
  excess: Money | undefined;
}

/** What became of a document's money, exactly. */
export function settled({ total, rounding, prepayments, charged, held, credited }: Of): Settled {
  const { currency } = total;
  const nothing = total.amount.replace("-", "").replaceAll(/\d/g, "0");
  const money = (parts: readonly string[]): Money => ({
    amount: sumOf([nothing, ...parts]),
    currency,
  });
  const cards = prepayments.filter(({ kind }) => kind === "gift_card");
  const due = money([
    total.amount,
    ...(rounding ? [rounding.amount] : []),
    ...cards.map(({ amount }) => negative(amount)),
  ]);
  const claim = money([due.amount, negative(credited?.amount ?? nothing)]);
  const least = compare(claim.amount, nothing) < 0 ? nothing : claim.amount;
  const excess = money([held?.amount ?? nothing, negative(least)]);
  return {
    due,
    paid: money([charged?.amount ?? nothing]),
    excess: isZero(excess) || excess.amount.startsWith("-") ? undefined : excess,
  };
}

function negative(amount: string): string {
  return amount.startsWith("-") ? amount.slice(1) : `-${amount}`;
}
