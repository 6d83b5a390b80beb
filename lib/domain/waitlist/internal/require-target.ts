import type { Tx } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";

/** Who or what someone waits for, and the clock that dates and hours are by. */
export type Target = {
  doctorId: string | null;
  hospitalId: string | null;
  specialtyId: string | null;
  serviceId: string | null;
  timeZone: string;
};

/**
 * Makes sure that the doctor is listed, the hospital verified, and that a doctor has hours there and offers specialty and service.
 * Closed hours don't count: no time opens in them. Throws `not-found`.
 */
export async function requireTarget(tx: Tx, wanted: Omit<Target, "timeZone">): Promise<Target> {
  const { doctorId, hospitalId, specialtyId, serviceId } = wanted;
  const hospital = hospitalId
    ? await tx.hospital.findFirst({
        where: { id: hospitalId, verification: "VERIFIED" },
        select: { timeZone: true },
      })
    : null;
  if (hospitalId && !hospital) throw notFound();
  const doctor = await tx.doctor.findFirst({
    where: {
      verification: "VERIFIED",
      ...(doctorId ? { id: doctorId } : {}),
      ...(hospitalId ? { schedules: { some: { hospitalId, closedAt: null } } } : {}),
      ...(specialtyId ? { specialties: { some: { specialtyId } } } : {}),
      ...(serviceId ? { services: { some: { serviceId } } } : {}),
    },
    select: { timeZone: true, schedules: { where: { closedAt: null }, take: 2, select: { timeZone: true } } },
  });
  if (!doctor) throw notFound();
  const [only, another] = doctor.schedules;
  const timeZone = hospital?.timeZone ?? (only && !another ? only.timeZone : doctor.timeZone);
  return { ...wanted, timeZone };
}
