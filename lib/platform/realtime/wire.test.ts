import { describe, expect, it } from "vitest";
import { isSpineEvent } from "./wire";

const event = {
  id: "0197a1b2-0000-7000-8000-000000000009",
  type: "appointment.checked-in",
  aggregate: "appointment",
  aggregateId: "0197a1b2-0000-7000-8000-000000000001",
  sequence: 4,
  occurredAt: "2026-01-01T00:00:00.000Z",
};

describe("an event on the wire", () => {
  it("contains IDs, a type, a sequence and a time", () => {
    expect(isSpineEvent(event)).toBe(true);
  });

  it.each([
    ["a further field", { ...event, patientName: "someone" }],
    ["a name as type", { ...event, type: "Maria Sommer" }],
    ["an address as type", { ...event, type: "maria@example.org" }],
    ["a sentence as aggregate", { ...event, aggregate: "has a cough" }],
    ["a name as id", { ...event, aggregateId: "maria" }],
    ["a note as time", { ...event, occurredAt: "yesterday" }],
    ["a day that doesn't exist", { ...event, occurredAt: "2026-02-30T00:00:00.000Z" }],
    ["a time without its milliseconds", { ...event, occurredAt: "2026-01-01T00:00:00Z" }],
    ["a type without end", { ...event, type: "a".repeat(81) }],
    ["a type on two lines", { ...event, type: "appointment\nbooked" }],
    ["a sequence that is none", { ...event, sequence: 0 }],
    ["a fraction as sequence", { ...event, sequence: 1.5 }],
    ["a number as text", { ...event, sequence: "4" }],
    ["a missing field", { ...event, id: undefined }],
    ["a list", [event]],
    ["nothing", null],
  ])("cannot carry %s", (_name, faulty) => {
    expect(isSpineEvent(faulty)).toBe(false);
  });
});
