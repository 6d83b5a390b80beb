import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { completeVisit } from "@/lib/domain/appointments/complete-visit";
import { listMeasurements } from "@/lib/domain/records/list-measurements";
import type { EncounterParts } from "@/lib/domain/records/schema";
import { writeNote } from "@/lib/domain/records/write-note";
import { db } from "@/lib/platform/db/db";
import { createCast, newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { newProxy, newTreatingDoctor } from "./background-harness";
import { NOTE } from "./encounter-harness";

const MINUTE = 60_000;
const found = (...vitals: EncounterParts["vitals"]): EncounterParts => ({ vitals, diagnoses: [], prescriptions: [] });

let author: Awaited<ReturnType<typeof newDoctor>>;
let patient: Awaited<ReturnType<typeof newPatient>>;
let treating: Awaited<ReturnType<typeof newDoctor>>;
let patientId: string;

/** A visit of the patient that began so many minutes ago, without its note. */
async function startVisit(minutesAgo: number) {
  const startsAt = new Date(Date.now() - minutesAgo * MINUTE);
  const visit = await createAppointment(
    { doctorId: author.doctorId, patientId },
    { status: "CHECKED_IN", startsAt, endsAt: new Date(startsAt.getTime() + 10 * MINUTE) },
  );
  await changeStatus(author.actor, visit.id, { status: "IN_PROGRESS" });
  return visit.id;
}

async function measure(minutesAgo: number, ...vitals: EncounterParts["vitals"]) {
  const appointmentId = await startVisit(minutesAgo);
  await completeVisit(author.actor, { appointmentId, note: NOTE, parts: found(...vitals), version: 1 });
}

const valuesOf = async (actor: Actor) =>
  (await listMeasurements(actor, patientId)).map(({ kinds, unit, points }) => [
    kinds[0],
    unit,
    points.map(({ values }) => values),
  ]);

const EXPECTED = [
  [
    "SYSTOLIC",
    "mmHg",
    [
      [148, 92],
      [132, 84],
    ],
  ],
  ["TEMPERATURE", "°F", [[98.6], [99.5]]],
];

beforeAll(async () => {
  [author, patient] = [await newDoctor(), await newPatient()];
  patientId = patient.patient.id;
  treating = await newTreatingDoctor(patientId);
  // Written first, though its visit was the later one.
  await measure(
    20,
    { kind: "SYSTOLIC", value: 132, unit: "mmHg" },
    { kind: "DIASTOLIC", value: 84, unit: "mmHg" },
    { kind: "TEMPERATURE", value: 99.5, unit: "°F" },
  );
  await measure(
    50,
    { kind: "SYSTOLIC", value: 148, unit: "mmHg" },
    { kind: "DIASTOLIC", value: 92, unit: "mmHg" },
    { kind: "TEMPERATURE", value: 37, unit: "°C" },
  );
  await writeNote(author.actor, {
    appointmentId: await startVisit(8),
    note: NOTE,
    parts: found({ kind: "WEIGHT", value: 70, unit: "kg" }),
    version: 1,
  });
});

describe("a patient's measurements", () => {
  it("are those of signed notes, by the time of the visit, in the unit of the latest", async () => {
    expect(await valuesOf(patient.actor)).toEqual(EXPECTED);
  });

  it("are read by those who read the record, and by no one else", async () => {
    const cast = await createCast();
    const readers: Record<string, { actor: Actor; sees: "all" | "none" | "not-found" }> = {
      "who reads for them": { ...(await newProxy(patientId, { scope: "READ" })), sees: "all" },
      "who books for them": { ...(await newProxy(patientId, { scope: "BOOK" })), sees: "not-found" },
      "their doctor": { actor: treating.actor, sees: "all" },
      "the doctor of 31 days ago": { ...(await newTreatingDoctor(patientId, 31)), sees: "none" },
      "another doctor": { actor: cast.doctor.actor, sees: "not-found" },
      "another patient": { actor: cast.patient.actor, sees: "not-found" },
      "a manager": { actor: cast.manager.actor, sees: "not-found" },
      "an administrator": { actor: cast.admin.actor, sees: "not-found" },
    };
    for (const [who, { actor, sees }] of Object.entries(readers)) {
      if (sees === "not-found") expect(await outcome(listMeasurements(actor, patientId)), who).toBe("not-found");
      else expect(await valuesOf(actor), who).toEqual(sees === "all" ? EXPECTED : []);
    }
  });

  it("leave an entry for each look, with its purpose", async () => {
    const reader = await newProxy(patientId, { scope: "READ" });
    const looks: [Actor, string][] = [
      [patient.actor, "PATIENT_REQUEST"],
      [reader.actor, "PROXY"],
      [treating.actor, "TREATMENT"],
    ];
    for (const [actor, purpose] of looks) {
      await listMeasurements(actor, patientId);
      const entry = await db.auditEntry.findFirst({
        where: { patientId, actorUserId: actor.userId, action: "observation.list" },
        orderBy: { position: "desc" },
        select: { purpose: true, subject: true, subjectId: true },
      });
      expect(entry).toEqual({ purpose, subject: "patient", subjectId: patientId });
    }
  });
});
