import { getAvailability } from "@/lib/domain/schedules/queries";
import { AppError } from "@/lib/platform/errors/app-error";
import { inDays } from "../support/factories";

/** The times still available on a day, in UTC. */
export const slotStarts = async (doctorId: string, day: number) =>
  (
    await getAvailability(doctorId, {
      from: inDays(day, "00:00").toISOString(),
      to: inDays(day + 1, "00:00").toISOString(),
    })
  ).slots.map((slot) => slot.start.slice(11, 16));

const half = (n: number): `${number}:${number}` =>
  `${String(9 + Math.floor(n / 2)).padStart(2, "0")}:${n % 2 === 0 ? "00" : "30"}` as `${number}:${number}`;

/** The start of the nth half hour after nine, so many days from now. */
export const at = (day: number, n = 0) => inDays(day, half(n)).toISOString();

/** The code and extras of a refusal, null without one; any other error as it is. */
export const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? { code: error.code, ...error.extra } : error),
  );
