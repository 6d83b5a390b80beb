import type { Prisma } from "@/lib/platform/db/db";
import type { DemoPatient } from "./accounts";
import type { World } from "./world";

type Grant = Prisma.RecordGrantCreateManyInput & { grantedById: string };

const DAY = 86_400_000;

/**
 * Creates what is shared in the demo: the demo's patient with a doctor they have never met, and someone's allergies and
 * conditions with the demo's doctor.
 */
export function makeGrants(
  { now }: World,
  patients: readonly DemoPatient[],
  doctors: readonly { id: string }[],
  visits: readonly Pick<Prisma.AppointmentCreateManyInput, "patientId" | "doctorId">[],
): Grant[] {
  const [demoPatient] = patients;
  const [demoDoctor] = doctors;
  if (!demoPatient || !demoDoctor) return [];
  const met = new Set(visits.map(({ patientId, doctorId }) => `${patientId} ${doctorId}`));
  const stranger = doctors.find(({ id }) => !met.has(`${demoPatient.id} ${id}`));
  const sharer = patients.find(({ id }) => !met.has(`${id} ${demoDoctor.id}`));
  const grant = (patient: DemoPatient, doctor: { id: string }, days: number): Grant => ({
    patientId: patient.id,
    doctorId: doctor.id,
    scope: "RECORD",
    grantedById: patient.userId,
    createdAt: new Date(now.getTime() - days * DAY),
  });
  return [
    ...(stranger ? [grant(demoPatient, stranger, 3)] : []),
    ...(sharer ? [{ ...grant(sharer, demoDoctor, 1), scope: "BACKGROUND" as const }] : []),
  ];
}
