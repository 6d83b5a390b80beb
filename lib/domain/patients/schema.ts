import { z } from "zod";
import { localDate, phoneNumber, shortText } from "@/lib/platform/http/text";

const HOUR = 3_600_000;
/** It is tomorrow already in the zone furthest ahead of UTC. */
const latestToday = () => new Date(Date.now() + 14 * HOUR).toISOString().slice(0, 10);

/** A day on which somebody who lives can have been born. */
export const birthDate = localDate.refine((date) => date <= latestToday(), "Cannot be in the future");

/** Somebody without an account, as the desk, the ward or the crew writes them down. */
export const newPatientInput = z.strictObject({
  name: shortText(100),
  bornOn: birthDate.optional(),
  phone: phoneNumber.optional(),
});
export type NewPatient = z.output<typeof newPatientInput>;
