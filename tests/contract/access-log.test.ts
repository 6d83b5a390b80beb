import { beforeAll, expect, it } from "vitest";
import { GET } from "@/app/api/patients/[id]/access-log/route";
import { db } from "@/lib/platform/db/db";
import { getEncounter } from "@/lib/domain/records/queries";
import { createCast } from "@/tests/support/actors";
import { createAppointment, inDays } from "@/tests/support/factories";
import { storeNote } from "@/tests/support/notes";
import { bearerOf, call, essence, expectProblem, type Handler } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
let cast: Awaited<ReturnType<typeof createCast>>;
const log = async (user: { id: string }, id: string) =>
  call(GET as Handler, { headers: await bearerOf(user), params: { id } });

beforeAll(async () => {
  cast = await createCast();
  const { doctor, patient } = cast;
  const ids = { doctorId: doctor.doctorId, patientId: patient.patient.id };
  const { id } = await createAppointment(ids, { status: "COMPLETED", startsAt: inDays(-3) });
  const data = { ...ids, appointmentId: id, status: "SIGNED" as const, plan: "Rest", signedAt: new Date() };
  await storeNote(doctor.actor, data);
  await getEncounter(doctor.actor, id);
});

it("tells a patient who read their records, when and why", async () => {
  const { patient, doctor } = cast;
  const { name } = await db.doctor.findUniqueOrThrow({ where: { id: doctor.doctorId }, select: { name: true } });
  const answer = await log(patient.user, patient.patient.id);
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    nextCursor: null,
    items: [
      {
        who: name,
        isYou: false,
        what: "read the note",
        purpose: "TREATMENT",
        why: "treating you",
        count: 1,
        patient: { id: patient.patient.id },
      },
    ],
  });
});

it("looks to everyone else like that of a missing patient", async () => {
  const { patient, doctor, manager, coordinator, admin } = cast;
  for (const { user } of [doctor, manager, coordinator, admin]) {
    const others = await log(user, patient.patient.id);
    expectProblem(others, 404, "not-found");
    expect(essence(others)).toEqual(essence(await log(user, MISSING)));
  }
});
