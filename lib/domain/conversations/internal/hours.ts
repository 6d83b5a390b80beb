import type { Prisma, Tx } from "@/lib/platform/db/db";
import { practiceHours, type PracticeHours, type StoredHours } from "../rules";
import type { Visit } from "./visit";

const hoursSelect = { timeZone: true, rules: true, exceptions: true } satisfies Prisma.ScheduleSelect;

/** Returns when the practice of a visit reads messages: in the hours it was booked in, else those of the same place. */
export async function findPracticeHours(tx: Tx, visit: Visit, now: Date): Promise<PracticeHours | null> {
  const { scheduleId, doctorId, hospitalId } = visit;
  const where: Prisma.ScheduleWhereInput = scheduleId ? { id: scheduleId } : { doctorId, hospitalId };
  const row = await tx.schedule.findFirst({ where: { ...where, closedAt: null }, select: hoursSelect });
  return practiceHours(row as StoredHours | null, now);
}
