import { z } from "zod";
import type { Verification } from "@/lib/platform/db/db";

/** Fields that administrators have verified. In a verified profile they change only with approval. */
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

/** The requested new values, as stored. */
export const storedChanges = { hospital: hospital.partial().strict(), doctor: doctor.partial().strict() };
export type HospitalChanges = z.infer<typeof storedChanges.hospital>;
export type DoctorChanges = z.infer<typeof storedChanges.doctor>;
export type ProfileChanges = HospitalChanges & DoctorChanges;

/** Tells whether changes to a profile in this state need approval. */
export function isGuarded(verification: Verification): boolean {
  return verification === "VERIFIED" || verification === "SUSPENDED";
}

/** The request an owner should still know about: pending, or rejected recently. */
export type OwnChange<C = ProfileChanges> = { status: "PENDING" | "REJECTED"; changes: C; reason: string | null };
