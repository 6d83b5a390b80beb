import { z } from "zod";
import type { AppointmentStatus } from "@/lib/domain/appointments/status";
import type { BedBookingStatus } from "@/lib/domain/beds/status";
import { shortText } from "@/lib/platform/http/text";

export const lookUpPortal = z.enum(["patient", "doctor", "hospital", "admin"]);
export type LookUpPortal = z.output<typeof lookUpPortal>;

/** What was typed into a portal's palette. It may name a patient, so it travels in a body and is kept nowhere. */
export const lookUpInput = z.strictObject({ portal: lookUpPortal, words: shortText(100) });
export type LookUpInput = z.output<typeof lookUpInput>;

/** One thing that was found. `at`: when it takes place, shown in its place's zone. */
export type Hit =
  | { kind: "visit"; id: string; name: string; more: string; at: string; timeZone: string; status: AppointmentStatus }
  | { kind: "stay"; id: string; name: string; more: string; status: BedBookingStatus }
  | { kind: "bed"; id: string; wardId: string; name: string; more: string }
  | { kind: "ward" | "vehicle" | "person" | "colleague"; id: string; name: string; more: string }
  | { kind: "doctor" | "hospital"; id: string; slug: string; name: string; more: string };
export type HitKind = Hit["kind"];
