import { z } from "zod";
import type { AppointmentStatus } from "@/lib/domain/appointments/status";
import type { BedBookingStatus } from "@/lib/domain/beds/status";
import { ifGiven, shortText } from "@/lib/platform/input/text";

const lookUpPortal = z.enum(["patient", "doctor", "hospital", "admin"]);
export type LookUpPortal = z.output<typeof lookUpPortal>;

/** What was typed into a portal's palette. It may be a patient's name, so it is sent in a body and never stored. */
export const lookUpInput = z.strictObject({ portal: lookUpPortal, words: shortText(100) });
export type LookUpInput = z.output<typeof lookUpInput>;

/** Lists in which people are searched for by name. */
const listOfPeople = z.enum(["appointments", "stays", "people", "patients", "registered", "audit"]);
export type ListOfPeople = z.output<typeof listOfPeople>;

/** What a list's search form sends: the list, a name, and the list's other filters as in its address. */
export const searchListInput = z
  .looseObject({ list: listOfPeople, name: ifGiven(shortText(120)) })
  .catchall(shortText(100).or(z.literal("")));

/** The address parameter that contains a sealed name. */
export const sealedName = z.string().max(1024);

/** One result. `at`: when it takes place, in its place's zone. */
export type Hit =
  | { kind: "visit"; id: string; name: string; more: string; at: string; timeZone: string; status: AppointmentStatus }
  | { kind: "stay"; id: string; name: string; more: string; status: BedBookingStatus }
  | { kind: "bed"; id: string; wardId: string; name: string; more: string }
  | { kind: "ward" | "vehicle" | "person" | "colleague"; id: string; name: string; more: string }
  | { kind: "patient"; id: string; name: string; more: string; bornOn: string | null }
  | { kind: "doctor" | "hospital"; id: string; slug: string; name: string; more: string };
export type HitKind = Hit["kind"];
