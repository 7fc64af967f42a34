import { sum } from "../format/exact";
import { externalUrl, isOpen, type Row } from "./status";

/** Invoices that a customer chose to pay together: of one seller, in one currency. */
export class Choosing {
  #rows: readonly Row[] = [];

  get rows(): readonly Row[] {
    return this.#rows;
  }

  get ids(): string[] {
    return this.#rows.map(({ id }) => id);
  }

  /** What all of them come to, exactly. */
  get total(): { amount: string; currency: string } {
    const amount = sum(this.#rows.map(({ balance }) => balance?.amount ?? "0"));
    return { amount, currency: this.#rows[0]?.currency ?? "" };
  }

  has({ id }: Row): boolean {
    return this.#rows.some((row) => row.id === id);
  }

  /** Whether it goes together with what is chosen. */
  fits(row: Row): boolean {
    const [first] = this.#rows;
    return first === undefined || key(first) === key(row);
  }

  toggle(row: Row): void {
    if (this.has(row)) this.#rows = this.#rows.filter(({ id }) => id !== row.id);
    else if (payable(row) && this.fits(row)) this.#rows = [...this.#rows, row];
  }

  clear(): void {
    this.#rows = [];
  }

  /** Takes over how the rows stand now; what is paid by now is no longer chosen. */
  refresh(rows: readonly Row[]): void {
    const now = new Map(rows.map((row) => [row.id, row]));
    this.#rows = this.#rows.map((row) => now.get(row.id) ?? row).filter(payable);
  }
}

/** Whether it can be paid here; one with a payment address of its own is paid there. */
export function payable(row: Row): boolean {
  return isOpen(row) && externalUrl(row) === "";
}

function key({ currency, seller }: Row): string {
  return JSON.stringify([currency, seller.name, seller.vatId]);
}
