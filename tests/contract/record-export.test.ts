import { expect, it } from "vitest";
import { GET as exportRecord } from "@/app/api/patients/[id]/export/route";
import { EXPORT_LIMIT } from "@/lib/domain/exports/rules";
import { recordExportOutput } from "@/lib/domain/exports/schema";
import { db } from "@/lib/platform/db/db";
import { newPatient } from "@/tests/support/actors";
import { signedVisit } from "../integration/encounter-harness";
import { bearerOf, call, essence, expectProblem, type Handler } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
const get = async (user: { id: string }, id: string) =>
  call(exportRecord as Handler, { headers: await bearerOf(user), params: { id } });

it("is a file whose name tells nothing, and is kept nowhere on its way", async () => {
  const { patient } = await signedVisit();
  const { status, headers, body, text } = await get(patient.user, patient.patient.id);
  expect(status).toBe(200);
  expect(recordExportOutput.strict().safeParse(body).error).toBeUndefined();
  expect(text.endsWith(',"complete":true}')).toBe(true);
  expect(headers.get("content-disposition")).toBe('attachment; filename="caresync-record.json"');
  expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("ratelimit-policy")).toContain(EXPORT_LIMIT.name);
  // Each entry belongs to the request that made it, the later ones too.
  const entries = await db.auditEntry.findMany({
    where: {
      patientId: patient.patient.id,
      actorUserId: patient.user.id,
      action: { in: ["encounter.export", "condition.list"] },
    },
    select: { requestId: true },
  });
  expect(entries).toHaveLength(2);
  expect(new Set(entries.map(({ requestId }) => requestId))).toEqual(new Set([headers.get("x-request-id")]));
});

it("doesn't exist for anyone else", async () => {
  const { patient, doctor } = await signedVisit();
  for (const { user } of [await newPatient(), doctor]) {
    const [theirs, missing] = [await get(user, patient.patient.id), await get(user, MISSING)];
    expectProblem(theirs, 404, "not-found");
    expect(essence(theirs)).toEqual(essence(missing));
  }
});
