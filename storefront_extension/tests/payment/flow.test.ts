import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../../src/api/client";
import { stripeUnits } from "../../src/payment/stripeApp";
import { Bench, options, payment, WHOLE } from "./bench";

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});

describe("a payment", () => {
  it("is checked right before the charge, and tells the page how it ended", async () => {
    await bench.toForm();
    expect(bench.flow.step.at).toBe("form");
    await bench.flow.submit();
    expect(bench.flow.step.at).toBe("done");
    expect(bench.asked.map(([name]) => name)).toEqual([
      "PaymentOptions",
      "PaymentCreate",
      "PaymentCheck",
      "PaymentStatus",
    ]);
    const detail = { paymentId: "p", invoiceIds: ["1"], amount: "10.00", currency: "EUR" };
    expect(bench.events).toEqual([
      ["payment-start", detail],
      ["payment-success", detail],
    ]);
  });

  it.each(["INVOICE_PAID", "PAYMENT_PENDING", "AMOUNT_TOO_LARGE"])(
    "is not charged when the check says %s",
    async (code) => {
      bench.answers.PaymentCheck = [new ApiError(code, "")];
      await bench.toForm();
      await bench.flow.submit();
      expect(bench.flow.step).toMatchObject({ at: "over", problem: { code } });
      expect(bench.confirmed).toBe(0);
      expect(bench.names()).toEqual(["payment-start", "payment-failure"]);
    },
  );

  it("is not charged when the check can't be asked, and is looked up when trying again", async () => {
    bench.answers.PaymentCheck = [new ApiError("NETWORK", "")];
    await bench.toForm();
    await bench.flow.submit();
    expect(bench.confirmed).toBe(0);
    const { step } = bench.flow;
    if (step.at !== "broken") throw new Error(step.at);
    step.again();
    await vi.waitFor(() => expect(bench.flow.step.at).toBe("done"));
  });

  it("keeps its key after a lost answer, and takes another for another wish", async () => {
    bench.answers.PaymentCreate = [
      new ApiError("NETWORK", ""),
      { invoicePaymentCreate: payment("OPEN") },
    ];
    await bench.flow.load(["1"]);
    await bench.flow.begin(WHOLE);
    if (bench.flow.step.at === "broken") bench.flow.step.again();
    await vi.waitFor(() => expect(bench.flow.step.at).toBe("form"));
    await bench.flow.begin({ ...WHOLE, amount: "5.00" });
    const [first, repeated, other] = bench.keys();
    expect(repeated).toBe(first);
    expect(other).not.toBe(first);
    expect(String(first)).toMatch(/^[0-9a-f]{32}$/);
  });

  it("stays open for another card after a refused one", async () => {
    bench.problem = { code: "insufficient_funds", message: "No." };
    await bench.toForm();
    await bench.flow.submit();
    expect(bench.flow.step).toMatchObject({ at: "form", problem: { message: "No." } });
    expect(bench.count("PaymentStatus")).toBe(0);
    bench.problem = null;
    await bench.flow.submit();
    expect(bench.flow.step.at).toBe("done");
  });

  it("is looked up where the provider's answer was lost: it may have been charged", async () => {
    bench.problem = { code: "api_connection_error", message: "", unsure: true };
    await bench.toForm();
    await bench.flow.submit();
    expect(bench.flow.step.at).toBe("done");
    expect(bench.names()).not.toContain("payment-failure");
  });

  it("is asked after until it is final, through failures that pass", async () => {
    vi.useFakeTimers();
    bench.answers.PaymentStatus = [
      { invoicePaymentStatus: payment("PROCESSING") },
      new ApiError("NETWORK", ""),
      {
        invoicePaymentStatus: payment("FAILED", { failureCode: "DECLINED", failureMessage: "No." }),
      },
    ];
    await bench.toForm();
    const submitted = bench.flow.submit();
    await vi.advanceTimersByTimeAsync(5_000);
    await submitted;
    vi.useRealTimers();
    expect(bench.flow.step).toMatchObject({ at: "over", problem: { code: "DECLINED" } });
  });

  it("is asked after less and less often, for as long as it takes", async () => {
    vi.useFakeTimers();
    bench.answers.PaymentStatus = [{ invoicePaymentStatus: payment("PROCESSING") }];
    await bench.toForm();
    const submitted = bench.flow.submit();
    await vi.advanceTimersByTimeAsync(180_000);
    expect(bench.count("PaymentStatus")).toBeLessThan(35);
    bench.answers.PaymentStatus = [new ApiError("NETWORK", "")];
    await vi.advanceTimersByTimeAsync(3 * 3600_000);
    expect(bench.flow.step.at).toBe("processing");
    expect(bench.count("PaymentStatus")).toBeLessThan(100);
    bench.answers.PaymentStatus = [{ invoicePaymentStatus: payment("SUCCEEDED") }];
    await vi.advanceTimersByTimeAsync(300_000);
    await submitted;
    vi.useRealTimers();
    expect(bench.flow.step.at).toBe("done");
  });

  it("is no longer asked after when nobody looks", async () => {
    vi.useFakeTimers();
    bench.answers.PaymentStatus = [{ invoicePaymentStatus: payment("PROCESSING") }];
    await bench.toForm();
    const submitted = bench.flow.submit();
    await vi.advanceTimersByTimeAsync(2_000);
    bench.flow.leave();
    await submitted;
    const before = bench.count("PaymentStatus");
    await vi.advanceTimersByTimeAsync(600_000);
    vi.useRealTimers();
    expect(bench.count("PaymentStatus")).toBe(before);
  });

  it("is given up when the customer goes back, unless it has gone through", async () => {
    await bench.toForm();
    await bench.flow.back();
    expect(bench.flow.step.at).toBe("choice");
    bench.answers.PaymentCancel = [{ invoicePaymentCancel: payment("SUCCEEDED") }];
    await bench.flow.begin({ ...WHOLE, amount: "5.00" });
    await bench.flow.back();
    expect(bench.flow.step.at).toBe("done");
  });

  it("goes on after the provider's page, which the customer may have left", async () => {
    vi.useFakeTimers();
    bench.answers.PaymentStatus = [
      { invoicePaymentStatus: payment("OPEN", { provider: "STRIPE" }) },
    ];
    const resumed = bench.flow.resume("p");
    await vi.advanceTimersByTimeAsync(60_000);
    await resumed;
    vi.useRealTimers();
    expect(bench.flow.step).toMatchObject({ at: "over", problem: { code: "CANCELED" } });
    expect(bench.flow.invoiceIds).toEqual(["1"]);
  });

  it("of somebody else is not there", async () => {
    bench.answers.PaymentStatus = [{ invoicePaymentStatus: null }];
    await bench.flow.resume("p");
    expect(bench.flow.step).toMatchObject({ at: "broken", error: { code: "NOT_FOUND" } });
  });

  it("by an app that nobody knows is refused before anything is charged", async () => {
    const saleorApp = { ...payment("OPEN").saleorApp, gateway: "unknown.app" };
    bench.answers.PaymentCreate = [{ invoicePaymentCreate: payment("OPEN", { saleorApp }) }];
    await bench.toForm();
    expect(bench.flow.step).toMatchObject({ at: "broken", error: { code: "GATEWAY_UNKNOWN" } });
  });
});

it.each([
  [{ refusal: "NOTHING_DUE", provider: null }, "refused"],
  [{ refusal: "AMOUNT_TOO_SMALL" }, "refused"],
  [{ provider: null }, "refused"],
  [{ externalUrl: "https://pay.example.com" }, "external"],
  [{ externalUrl: "https://pay.example.com", refusal: "PAYMENT_NOT_OFFERED" }, "external"],
  [{ externalUrl: "https://pay.example.com", refusal: "NOTHING_DUE" }, "refused"],
  [{ externalUrl: "https://pay.example.com", refusal: "ORDER_PAID" }, "refused"],
])("options %o lead to %s", async (given, at) => {
  bench.answers.PaymentOptions = [{ invoicePaymentOptions: { ...options, ...given } }];
  await bench.flow.load(["1"]);
  expect(bench.flow.step.at).toBe(at);
});

it("counts as Stripe counts", () => {
  expect(stripeUnits("2450", "JPY")).toBe(2450);
  expect(stripeUnits("15.925", "KWD")).toBe(15925);
  expect(stripeUnits("119.00", "EUR")).toBe(11900);
  expect(stripeUnits("100", "ISK")).toBe(10000);
});
