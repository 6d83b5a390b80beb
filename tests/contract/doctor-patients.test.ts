import { expect, it } from "vitest";
import { GET } from "@/app/api/doctors/[id]/patients/route";
import { createCast } from "@/tests/support/actors";
import { createAppointment, inDays } from "@/tests/support/factories";
import { bearerOf, call, expectProblem, type Handler } from "./appointments-harness";

it("GET /api/doctors/{id}/patients lists a doctor's own patients, and is missing for everyone else", async () => {
  const { doctor, patient, manager, coordinator, admin } = await createCast();
  await createAppointment(
    { doctorId: doctor.doctorId, patientId: patient.patient.id },
    { status: "CONFIRMED", startsAt: inDays(3), endsAt: inDays(3, "10:30") },
  );
  const list = async (user: { id: string }) =>
    call(GET as Handler, { headers: await bearerOf(user), params: { id: doctor.doctorId } });
  const answer = await list(doctor.user);
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ items: [{ id: patient.patient.id, lastVisitAt: null }], nextCursor: null });
  for (const { user } of [patient, manager, coordinator, admin]) expectProblem(await list(user), 404, "not-found");
});
