import { expect, it } from "vitest";
import { operationsHeader, operationsLines } from "./format-operations";
import { COUNTED_OPERATIONS } from "./status";

const row = {
  id: "01890000-0000-7000-8000-000000000001",
  subjectId: "01890000-0000-7000-8000-000000000002",
  at: "2026-03-09T18:30:00.000Z",
  until: null,
  minutes: 12.5,
  patientName: "Asha Abelard",
  place: '=Ward "A", 1',
};

it("writes a list as a file, with as many columns as its header, and without the patient", () => {
  for (const what of COUNTED_OPERATIONS) expect(operationsHeader(what).split(",")).toHaveLength(5);
  const line = operationsLines([row]);
  expect(line).toBe('01890000-0000-7000-8000-000000000002,2026-03-09T18:30:00.000Z,,12.5,"\'=Ward ""A"", 1"\r\n');
  expect(operationsLines([{ ...row, subjectId: null, minutes: null, place: null }])).toBe(
    ",2026-03-09T18:30:00.000Z,,,\r\n",
  );
});
