import type { Tx } from "@/lib/platform/db/db";
import type { Whose } from "../statements/report";

/** Returns by whose calendar a report's days are: the hospital's or the doctor's; UTC for everyone. Null for what isn't there. */
export async function findPlace(tx: Tx, { hospitalId, doctorId }: Whose): Promise<{ timeZone: string } | null> {
  const select = { timeZone: true };
  if (hospitalId !== undefined) return tx.hospital.findUnique({ where: { id: hospitalId }, select });
  if (doctorId !== undefined) return tx.doctor.findUnique({ where: { id: doctorId }, select });
  return { timeZone: "UTC" };
}
