import { z } from "zod";
import type { Verification } from "@/lib/platform/db/db";

/** What administrators have looked at. Of a verified profile it changes only when they agree. */
export const GUARDED = {
  hospital: ["name", "address", "city", "country", "latitude", "longitude", "phone"],
  doctor: ["name", "registrationNumber"],
} as const;
export type GuardedKind = keyof typeof GUARDED;
export type GuardedField = (typeof GUARDED)[GuardedKind][number];

const place = z.object({
  name: z.string(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
});
const hospital = place.extend({
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  phone: z.string().nullable(),
});
const doctor = z.object({ name: z.string(), registrationNumber: z.string().nullable() });

/** The new values of the fields that shall change, as they are stored. */
export const storedChanges = { hospital: hospital.partial().strict(), doctor: doctor.partial().strict() };
export type HospitalChanges = z.infer<typeof storedChanges.hospital>;
export type DoctorChanges = z.infer<typeof storedChanges.doctor>;
export type ProfileChanges = HospitalChanges & DoctorChanges;

/** Whether administrators have looked at a profile in this state, so that changes of it wait for them. */
export function isGuarded(verification: Verification): boolean {
  return verification === "VERIFIED" || verification === "SUSPENDED";
}

/** The request an owner still has to know of: one that waits, or was rejected lately. */
export type OwnChange<C = ProfileChanges> = { status: "PENDING" | "REJECTED"; changes: C; reason: string | null };
