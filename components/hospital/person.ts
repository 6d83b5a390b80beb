import type { KnownPatient } from "@/lib/domain/hospitals/schema";

/** For whom the desk books: somebody it knows, or somebody who is written down with the booking. */
export type Person = { kind: "known"; patient: KnownPatient | undefined } | ({ kind: "new" } & NewPerson);
export type NewPerson = { name: string; bornOn: string; phone: string };

/** The booking's own words for that; undefined while nobody is said. What was left empty is not sent. */
export function bookedFor(person: Person) {
  if (person.kind === "known") return person.patient && { patientId: person.patient.id };
  const { name, bornOn, phone } = person;
  if (name.trim() === "") return undefined;
  return { patient: { name, ...(bornOn ? { bornOn } : {}), ...(phone.trim() ? { phone } : {}) } };
}
