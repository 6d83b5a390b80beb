import { expect, it } from "vitest";
import { authorText, readsAt } from "./format";

const message = (number: number, side: "PATIENT" | "PROXY" | "DOCTOR" | "DESK") => ({ number, side });

it("a read mark of the other side stands at the last of one's own messages that it covers", () => {
  const messages = [message(1, "PATIENT"), message(2, "DOCTOR"), message(3, "PROXY"), message(4, "DESK")];
  const mark = (side: "PATIENT" | "DOCTOR" | "DESK", upTo: number) => ({ side, upTo, readAt: "" });
  const reads = [mark("DOCTOR", 4), mark("DESK", 2), mark("PATIENT", 3)];
  const at = (reader: "PATIENT" | "DESK") =>
    [...readsAt(messages, reader, reads)].map(([number, all]) => [number, all.map(({ side }) => side)]);
  expect(at("PATIENT")).toEqual([
    [3, ["DOCTOR"]],
    [1, ["DESK"]],
  ]);
  expect(at("DESK")).toEqual([[2, ["PATIENT"]]]);
  expect([...readsAt(messages, "PATIENT", [mark("DOCTOR", 0)])]).toEqual([]);
});

it("who wrote is said as far as the reader may know", () => {
  expect(authorText({ side: "PATIENT", name: "Asha", isOwn: true })).toBe("You");
  expect(authorText({ side: "DESK", name: null, isOwn: false })).toBe("Front desk");
  expect(authorText({ side: "DESK", name: "Nora", isOwn: false })).toBe("Nora, front desk");
  expect(authorText({ side: "PROXY", name: null, isOwn: false })).toBe("Someone who acts for the patient");
});
