import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { listHospitalsForHours, scheduleSelect } from "./queries";

/** Returns the doctor's own hours at every place, oldest first, with the hospital's name; closed places too. */
export function listOwnHours(actor: Actor & { doctorId: string }) {
  return db.schedule.findMany({
    where: { doctorId: actor.doctorId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 100,
    select: { ...scheduleSelect, hospital: { select: { name: true } } },
  });
}

export type OwnHours = Awaited<ReturnType<typeof listOwnHours>>[number];

/** Returns the hospitals where the doctor may add hours and has none yet. */
export async function listHospitalsWithoutHours(actor: Actor & { doctorId: string }, hours: OwnHours[]) {
  const hospitals = await listHospitalsForHours(db, actor.doctorId);
  return hospitals.filter(({ id }) => !hours.some(({ hospitalId }) => hospitalId === id));
}
