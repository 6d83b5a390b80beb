import { describe, expect, it } from "vitest";
import { spineEventSchema } from "./wire";

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
    expect(spineEventSchema.parse(event)).toEqual(event);
  });

  it.each([
    ["a further field", { ...event, patientName: "someone" }],
    ["a name as type", { ...event, type: "Maria Sommer" }],
    ["an address as type", { ...event, type: "maria@example.org" }],
    ["a sentence as aggregate", { ...event, aggregate: "has a cough" }],
    ["a name as id", { ...event, aggregateId: "maria" }],
    ["a note as time", { ...event, occurredAt: "yesterday" }],
    ["a sequence that is none", { ...event, sequence: 0 }],
    ["a missing field", { ...event, id: undefined }],
  ])("cannot carry %s", (_name, faulty) => {
    expect(spineEventSchema.safeParse(faulty).success).toBe(false);
  });
});
