import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { endGrant } from "@/lib/domain/sharing/end-grant";
import { giveGrant } from "@/lib/domain/sharing/give-grant";
import { db } from "@/lib/platform/db/db";
import { createCast, newDoctor } from "@/tests/support/actors";
import { createAppointment, createUser, createWard, inDays } from "@/tests/support/factories";
import { morning } from "@/tests/support/morning";
import { newProxy, newTreatingDoctor } from "@/tests/integration/background-harness";
import { bearerOf } from "../appointments-harness";

/** Everyone who may ask for something: around one patient, their doctor and the hospital they meet in. */
export const PEOPLE = [
  "nobody",
  "patient",
  "acts for all",
  "acts, reads",
  "acts, books",
  "acted, expired",
  "acted, revoked",
  "another patient",
  "doctor",
  "former doctor",
  "shared with",
  "shared background",
  "shared, ended",
  "another doctor",
  "manager",
  "coordinator",
  "another manager",
  "administrator",
] as const;
export type Person = (typeof PEOPLE)[number];

export const EVERYONE = PEOPLE.slice(1);
/** Who acts for the patient: in every way, or in some. */
export const PROXIES = ["acts for all", "acts, reads", "acts, books"] as const;
export const FAMILY = ["patient", ...PROXIES] as const;
export const KEEPERS = ["patient", "acts for all"] as const;
export const READERS = [...KEEPERS, "acts, reads"] as const;
export const BOOKERS = [...KEEPERS, "acts, books"] as const;
export const DESK = ["manager", "coordinator"] as const;
/** Doctors with whom the patient shares the record. */
export const SHARED = ["shared with", "shared background"] as const;
export const DOCTORS = ["doctor", "former doctor", ...SHARED, "shared, ended", "another doctor"] as const;

/** A doctor the patient lets read. */
async function newGrantee(patient: Actor, patientId: string, scope: "RECORD" | "BACKGROUND", hasEnded = false) {
  const doctor = await newDoctor();
  const { id } = await giveGrant(patient, { patientId, doctorId: doctor.doctorId, scope, endsOn: null });
  if (hasEnded) await endGrant(patient, { patientId, id });
  return doctor;
}

/** The people and what belongs to them. */
export async function gather() {
  // Where today has hours left whenever the tests run.
  const [here, elsewhere] = [await createCast({ timeZone: morning() }), await createCast()];
  const patientId = here.patient.patient.id;
  const hospitalId = here.hospital.id;
  // They have been there before, so that the desk and the doctor may book for them.
  const before = { hospitalId, startsAt: inDays(-5), status: "COMPLETED" } as const;
  await createAppointment({ doctorId: here.doctor.doctorId, patientId }, before);
  const { id: wardId } = await createWard(hospitalId);
  const revoked = await newProxy(patientId, { scope: "ALL" });
  await inTransaction(here.patient.actor, (tx) => tx.patientAccess.deleteMany({ where: { userId: revoked.user.id } }));
  const people = {
    patient: here.patient,
    "acts for all": await newProxy(patientId, { scope: "ALL" }),
    "acts, reads": await newProxy(patientId, { scope: "READ" }),
    "acts, books": await newProxy(patientId, { scope: "BOOK" }),
    "acted, expired": await newProxy(patientId, { scope: "ALL", expiresAt: new Date(Date.now() - 1000) }),
    "acted, revoked": revoked,
    "another patient": elsewhere.patient,
    doctor: here.doctor,
    "former doctor": await newTreatingDoctor(patientId, 31),
    "shared with": await newGrantee(here.patient.actor, patientId, "RECORD"),
    "shared background": await newGrantee(here.patient.actor, patientId, "BACKGROUND"),
    "shared, ended": await newGrantee(here.patient.actor, patientId, "RECORD", true),
    "another doctor": elsewhere.doctor,
    manager: here.manager,
    coordinator: here.coordinator,
    "another manager": elsewhere.manager,
    administrator: here.admin,
  } satisfies Record<Exclude<Person, "nobody">, { user: { id: string } }>;
  const headers = new Map<Person, Record<string, string>>();
  for (const who of PEOPLE) headers.set(who, who === "nobody" ? {} : await bearerOf(people[who].user));
  return { ...people, here, elsewhere, patientId, hospitalId, wardId, headers };
}
export type Cast = Awaited<ReturnType<typeof gather>>;

/** Someone with an account who has to do with nobody. */
export const newcomer = async () => (await createUser()).id;

let count = 0;
/** A number of its own for each thing. */
export const next = () => ++count;

/** Nothing that happened before slows down or limits what comes next. */
export async function forgetLimits(): Promise<void> {
  await db.$executeRaw`DELETE FROM "RateLimitWindow"`;
}
