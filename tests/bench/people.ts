import { signAccessToken } from "@/lib/platform/auth/access-token";
import { createDoctor, createPatient } from "@/tests/support/factories";

/** Around the clock, half-hour visits, a year ahead: a doctor whose slots never run out. */
const ALWAYS = {
  rules: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "00:00", end: "24:00" })),
  horizonDays: 365,
  minNoticeMinutes: 0,
};

/** Patients with a token each. */
export async function makePatients(count: number) {
  const made = [];
  for (let i = 0; i < count; i++) {
    const { user, patient } = await createPatient();
    made.push({ patientId: patient.id, userId: user.id, token: await signAccessToken(user.id, 0) });
  }
  return made;
}

/** Doctors who can be booked round the clock, or by the hours given. */
export async function makeDoctors(count: number, schedule: Parameters<typeof createDoctor>[0] = { schedule: ALWAYS }) {
  const made = [];
  for (let i = 0; i < count; i++) {
    const { doctor } = await createDoctor(schedule);
    made.push({ doctorId: doctor.id, slug: doctor.slug });
  }
  return made;
}

/** The nth half-hour slot from tomorrow midnight (UTC). */
export function slotAt(index: number): string {
  const tomorrow = Date.parse(new Date(Date.now() + 86_400_000).toISOString().slice(0, 10));
  return new Date(tomorrow + index * 1_800_000).toISOString();
}
