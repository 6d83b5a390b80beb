import { expect, it } from "vitest";
import { toPreview } from "./output";

const affected = (nth: number) => ({
  visit: {
    ...{ id: `v${nth}`, doctorId: "d", patientId: "p", hospitalId: null },
    ...{ startsAt: new Date(nth * 60_000), endsAt: new Date(nth * 60_000 + 1) },
    ...{ status: "CONFIRMED" as const, needsRebooking: false },
  },
  reach: { by: "NOTIFICATION" as const, phone: null },
});

it("a preview counts everyone, and lists the first hundred", () => {
  const { counts, visits } = toPreview(Array.from({ length: 250 }, (_, nth) => affected(249 - nth)));
  expect(counts).toEqual({ visits: 250, told: 250, toCall: 0, unreachable: 0 });
  expect([visits.length, visits[0]?.appointmentId, visits.at(-1)?.appointmentId]).toEqual([100, "v0", "v99"]);
});
