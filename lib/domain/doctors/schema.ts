import { z } from "zod";
import { doctorCardOutput, moneyOutput, visitMode } from "@/lib/domain/directory/schema";

export const doctorServiceOutput = z.object({
  id: z.string().meta({ description: "What `serviceId` of a booking names." }),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  durationMinutes: z.int(),
  fee: moneyOutput.nullable(),
  mode: visitMode,
});
export type DoctorServiceItem = z.infer<typeof doctorServiceOutput>;

/** All the public may know of one doctor. */
export const doctorProfileOutput = doctorCardOutput.omit({ distanceKm: true }).extend({
  biography: z.string(),
  services: z.array(doctorServiceOutput),
});
export type DoctorProfile = z.infer<typeof doctorProfileOutput>;
