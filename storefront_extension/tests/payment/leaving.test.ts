import { beforeEach, describe, expect, it, vi } from "vitest";
import { Bench, payment, WHOLE } from "./bench";

const FAILED = { failureCode: "payment_intent_authentication_failure", failureMessage: "Retry." };

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});

const statuses = (...states: object[]) => {
  bench.answers.PaymentStatus = states.map((invoicePaymentStatus) => ({ invoicePaymentStatus }));
};

async function inTime(act: Promise<void>, milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  await act;
  vi.useRealTimers();
}

describe("a payment that left the page", () => {
  it("and failed is told at once, without the provider's words for programmers", async () => {
    statuses(payment("OPEN", FAILED));
    await bench.flow.resume("p");
    const problem = { code: FAILED.failureCode, message: "" };
    expect(bench.flow.step).toMatchObject({ at: "over", problem });
    expect(bench.count("PaymentStatus")).toBe(1);
    await bench.flow.load(bench.flow.invoiceIds);
    expect(bench.flow.step.at).toBe("choice");
  });

  it("and failed for good is told in the same words", async () => {
    statuses(payment("FAILED", { ...FAILED, failureCode: "DECLINED" }));
    await bench.flow.resume("p");
    const problem = { code: "DECLINED", message: "" };
    expect(bench.flow.step).toMatchObject({ at: "over", problem });
  });

  it("and fails when the bank has thought about it is no longer asked after", async () => {
    vi.useFakeTimers();
    statuses(payment("PROCESSING"), payment("PROCESSING"), payment("OPEN", FAILED));
    await inTime(bench.flow.resume("p"), 3_000);
    expect(bench.flow.step).toMatchObject({ at: "over", problem: { code: FAILED.failureCode } });
  });

  it("is waited for as long as the bank takes", async () => {
    vi.useFakeTimers();
    statuses(payment("PROCESSING"));
    const resumed = bench.flow.resume("p");
    await vi.advanceTimersByTimeAsync(3600_000);
    expect(bench.flow.step.at).toBe("processing");
    statuses(payment("OPEN", FAILED));
    await inTime(resumed, 300_000);
    expect(bench.flow.step.at).toBe("over");
  });

  it("is given up where the customer turns back, and chosen anew", async () => {
    bench.leaves = true;
    await bench.toForm();
    void bench.flow.submit();
    await vi.waitFor(() => expect(bench.confirmed).toBe(1));
    await bench.flow.back();
    expect(bench.count("PaymentCancel")).toBe(1);
    expect(bench.flow.step.at).toBe("choice");
    await bench.flow.begin(WHOLE);
    expect(bench.flow.step.at).toBe("form");
    const [first, second] = bench.keys();
    expect(second).not.toBe(first); // the first one's is of a payment that was given up
  });

  it("is done where it went through before the customer turned back", async () => {
    bench.leaves = true;
    bench.answers.PaymentCancel = [{ invoicePaymentCancel: payment("PROCESSING") }];
    await bench.toForm();
    void bench.flow.submit();
    await vi.waitFor(() => expect(bench.confirmed).toBe(1));
    await bench.flow.back(); // the bank is at it: it is asked after
    expect(bench.flow.step.at).toBe("done");
  });
});

it("does not take an attempt's failure for that of the next one", async () => {
  vi.useFakeTimers();
  statuses(payment("OPEN", FAILED), payment("SUCCEEDED"));
  await bench.toForm();
  await inTime(bench.flow.submit(), 3_000);
  expect(bench.flow.step.at).toBe("done");
});
