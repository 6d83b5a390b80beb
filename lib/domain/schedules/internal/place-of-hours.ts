import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { listHospitalsForHours } from "../queries";
import type { ScheduleInput } from "../schema";

/** Throws `invalid`, naming the field, unless hours at a hospital have an active affiliation and its time zone. */
export async function requirePlace(
  tx: Tx,
  doctorId: string,
  { hospitalId, timeZone }: Pick<ScheduleInput, "hospitalId" | "timeZone">,
) {
  if (hospitalId === null) return;
  const hospital = (await listHospitalsForHours(tx, doctorId)).find(({ id }) => id === hospitalId);
  if (!hospital) throw invalid("hospitalId", "You can only set hours at hospitals you work at.");
  if (hospital.timeZone !== timeZone)
    throw invalid("timeZone", `Hours at this hospital are in the time zone ${hospital.timeZone}.`);
}

/** The error for one field of the schedule. */
export function invalid(path: string, message: string): AppError {
  return new AppError("invalid", message, { fields: [{ path, message }] });
}
