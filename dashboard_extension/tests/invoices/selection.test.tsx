import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { useSelection } from "../../src/invoices/selection";

const ORDER = ["a", "b", "c", "d", "e"];
const start = (order = ORDER) =>
  renderHook(({ order, scope }) => useSelection(order, scope), {
    initialProps: { order, scope: "all" },
  });
const chosen = ({ current }: ReturnType<typeof start>["result"]) =>
  ORDER.filter((id) => current.isChosen(id)).join("");

afterEach(cleanup);

it("ticks and unticks single rows", () => {
  const { result } = start();
  act(() => result.current.toggle("b", false));
  act(() => result.current.toggle("d", false));
  expect(chosen(result)).toBe("bd");
  act(() => result.current.toggle("b", false));
  expect(chosen(result)).toBe("d");
  expect(result.current.count).toBe(1);
});

it("ticks all between two rows, in either direction, and unticks them likewise", () => {
  const { result } = start();
  act(() => result.current.toggle("d", false));
  act(() => result.current.toggle("b", true));
  expect(chosen(result)).toBe("bcd");
  act(() => result.current.toggle("c", false));
  act(() => result.current.toggle("b", true));
  expect(chosen(result)).toBe("d");
});

it("chooses all that are loaded, and then everything", () => {
  const { result } = start();
  act(() => result.current.toggleAll());
  expect(result.current.allLoaded).toBe(true);
  act(() => result.current.chooseEverything());
  expect(result.current.selection.everything).toBe(true);
  expect(result.current.isChosen("not loaded")).toBe(true);
  act(() => result.current.toggle("c", false));
  expect(result.current.selection.everything).toBe(false);
  expect(chosen(result)).toBe("abde");
  act(() => result.current.clear());
  expect(result.current.count).toBe(0);
});

it("begins anew where the list shows something else, and forgets rows that are gone", () => {
  const { result, rerender } = start();
  act(() => result.current.toggleAll());
  rerender({ order: ["a", "b"], scope: "all" });
  expect(result.current.count).toBe(2);
  rerender({ order: ORDER, scope: "unpaid" });
  expect(result.current.count).toBe(0);
  act(() => result.current.toggle("e", true));
  expect(chosen(result)).toBe("e");
});
