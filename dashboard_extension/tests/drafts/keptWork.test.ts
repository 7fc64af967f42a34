import { afterEach, describe, expect, it, vi } from "vitest";
import { emptyForm } from "../../src/drafts/form";
import { forgetWork, keepWork, keptWork, workName } from "../../src/drafts/keptWork";

const work = { form: emptyForm(), base: undefined, version: 3, idempotencyKey: "k" };

describe("unsaved work", () => {
  afterEach(() => vi.restoreAllMocks());

  it("is found again under its own name only", () => {
    const name = workName("store", "user", "draft");
    keepWork(name, work);
    expect(keptWork(name)).toEqual(work);
    expect(keptWork(workName("store", "other", "draft"))).toBeUndefined();
    forgetWork(name);
    expect(keptWork(name)).toBeUndefined();
  });

  it("stays in memory where the browser keeps nothing", () => {
    const refuse = () => {
      throw new DOMException("refused", "SecurityError");
    };
    vi.spyOn(window, "sessionStorage", "get").mockImplementation(refuse as never);
    keepWork("refused", work);
    expect(keptWork("refused")).toEqual(work);
    forgetWork("refused");
    expect(keptWork("refused")).toBeUndefined();
  });
});
