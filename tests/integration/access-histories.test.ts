import fc from "fast-check";
import { expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { getAppointment } from "@/lib/domain/appointments/queries";
import { listAllergies } from "@/lib/domain/background/queries";
import { endEmergencyAccess } from "@/lib/domain/emergency-access/end-emergency-access";
import { getEncounter } from "@/lib/domain/records/queries";
import { endGrant } from "@/lib/domain/sharing/end-grant";
import { giveGrant } from "@/lib/domain/sharing/give-grant";
import type { GrantScope } from "@/lib/domain/sharing/status";
import { db } from "@/lib/platform/db/db";
import { actorOf, newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment, createUser } from "@/tests/support/factories";
import { codeOf, outcome } from "@/tests/support/outcome";
import { writeReason } from "@/tests/support/texts";
import { allergyOf } from "./background-harness";
import { openedAgo } from "./emergency-access-harness";
import { signedNote } from "./family-harness";

/**
 * Who reads a record, after whatever has happened: the rules of docs/domain.md §6, told a second time in a few lines
 * and compared with the policies, the row-level security and each other after every step.
 */

const DAY = 86_400_000;
type Scope = "BOOK" | "READ" | "ALL";
const DOCTORS_STEPS = ["book", "cancel", "a month passes", "unshare", "suspend", "reinstate", "open", "close"] as const;
type DoctorsStep = (typeof DOCTORS_STEPS)[number];
type Step =
  | { kind: DoctorsStep; doctor: 0 | 1 }
  | { kind: "share"; doctor: 0 | 1; scope: GrantScope }
  | { kind: "let act"; relative: 0 | 1; scope: Scope }
  | { kind: "stop acting" | "last day passes"; relative: 0 | 1 };

const zeroOrOne = fc.constantFrom<0 | 1>(0, 1);
const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom(...DOCTORS_STEPS),
      doctor: zeroOrOne,
    }),
    fc.record({
      kind: fc.constant("share" as const),
      doctor: zeroOrOne,
      scope: fc.constantFrom<GrantScope>("BACKGROUND", "RECORD"),
    }),
    fc.record({
      kind: fc.constant("let act" as const),
      relative: zeroOrOne,
      scope: fc.constantFrom<Scope>("BOOK", "READ", "ALL"),
    }),
    fc.record({ kind: fc.constantFrom("stop acting" as const, "last day passes" as const), relative: zeroOrOne }),
  ),
  { minLength: 6, maxLength: 14 },
);

/** A patient with a visit, why they came, its note and an allergy, two doctors and two relatives; and what the rules say of them. */
async function begin() {
  const patient = await newPatient();
  const patientId = patient.patient.id;
  const note = await signedNote(patientId);
  await writeReason(note.doctor.actor, note.appointmentId, "A cough");
  await allergyOf(patient.actor, patientId);
  const doctors = [await newDoctor(), await newDoctor()].map((one) => ({
    ...one,
    visits: [] as string[],
    grant: null as { id: string; scope: GrantScope } | null,
    emergencyId: null as string | null,
    isVerified: true,
  }));
  const relatives = [await createUser(), await createUser()].map((user) => ({ user, scope: null as Scope | null }));
  return { patient, patientId, note, doctors, relatives, stranger: await newDoctor() };
}
type World = Awaited<ReturnType<typeof begin>>;

async function takeDoctorsStep(world: World, step: Extract<Step, { doctor: 0 | 1 }>): Promise<void> {
  const { patient, patientId, doctors } = world;
  const doctor = doctors[step.doctor]!;
  const { doctorId } = doctor;
  const theirs = { where: { id: { in: doctor.visits } } };
  switch (step.kind) {
    case "book":
      doctor.visits.push((await createAppointment({ doctorId, patientId })).id);
      return;
    case "cancel":
      await db.appointment.updateMany({ ...theirs, data: { status: "CANCELLED", version: { increment: 1 } } });
      doctor.visits = [];
      return;
    case "a month passes":
      for (const [at, id] of doctor.visits.entries()) {
        const startsAt = new Date(Date.now() - (31 + at) * DAY);
        const times = { startsAt, endsAt: new Date(startsAt.getTime() + 60_000), version: { increment: 1 } };
        await db.appointment.update({ where: { id }, data: times });
      }
      doctor.visits = [];
      return;
    case "share":
      if (doctor.grant || !doctor.isVerified) return;
      doctor.grant = await giveGrant(patient.actor, { patientId, doctorId, scope: step.scope, endsOn: null });
      return;
    case "unshare":
      if (doctor.grant) await endGrant(patient.actor, { patientId, id: doctor.grant.id });
      doctor.grant = null;
      return;
    case "open":
      if (!doctor.emergencyId && doctor.isVerified) doctor.emergencyId = await openedAgo(doctor.actor, patientId, 5);
      return;
    case "close":
      if (doctor.emergencyId) await endEmergencyAccess(doctor.actor, { id: doctor.emergencyId });
      doctor.emergencyId = null;
      return;
    case "suspend":
    case "reinstate":
      doctor.isVerified = step.kind === "reinstate";
      await db.doctor.update({
        where: { id: doctorId },
        data: { verification: doctor.isVerified ? "VERIFIED" : "SUSPENDED" },
      });
  }
}

async function takeRelativesStep(world: World, step: Extract<Step, { relative: 0 | 1 }>): Promise<void> {
  const relative = world.relatives[step.relative]!;
  const key = { userId_patientId: { userId: relative.user.id, patientId: world.patientId } };
  await inTransaction(world.patient.actor, async (tx) => {
    if (step.kind === "let act") {
      const given = { scope: step.scope, expiresAt: null };
      const create = { ...key.userId_patientId, relation: "SPOUSE", ...given } as const;
      await tx.patientAccess.upsert({ where: key, create, update: { ...given, version: { increment: 1 } } });
    } else if (step.kind === "stop acting") {
      await tx.patientAccess.deleteMany({ where: key.userId_patientId });
    } else {
      const data = { expiresAt: new Date(Date.now() - 1), version: { increment: 1 } };
      await tx.patientAccess.updateMany({ where: key.userId_patientId, data });
    }
  });
  relative.scope = step.kind === "let act" ? step.scope : null;
}

/** What the rules say: who reads the note, who why the patient came, and who the allergies and conditions. */
function readers({ patient, note, doctors, relatives, stranger }: World) {
  const all = { note: true, reason: true, background: true };
  const none = { note: false, reason: false, background: false };
  return [
    { who: "the patient", user: patient.user, ...all },
    { who: "the note's doctor", user: note.doctor.user, ...all },
    { who: "a stranger", user: stranger.user, ...none },
    ...doctors.map(({ user, visits, grant, emergencyId, isVerified }, at) => {
      const shared = isVerified ? grant?.scope : undefined;
      const readsAll = visits.length > 0 || (isVerified && emergencyId !== null);
      const background = readsAll || shared !== undefined;
      return { who: `doctor ${at}`, user, note: readsAll || shared === "RECORD", reason: false, background };
    }),
    ...relatives.map(({ user, scope }, at) => ({
      who: `relative ${at}`,
      user,
      ...(scope === "READ" || scope === "ALL" ? all : none),
      reason: scope !== null,
    })),
  ];
}

const readsNothing = (error: unknown) => {
  expect(codeOf(error)).toBe("not-found");
  return false;
};

/** What each of them gets: from the use cases, and from the database alone. */
async function seenBy(actor: Actor, { note, patientId }: World) {
  const byUseCase = {
    note: (await outcome(getEncounter(actor, note.appointmentId))) === "ok",
    reason: await getAppointment(actor, note.appointmentId).then(({ reason }) => reason === "A cough", readsNothing),
    background: (await outcome(listAllergies(actor, patientId))) === "ok",
  };
  const byDatabase = await inTransaction(actor, async (tx) => ({
    note: (await tx.encounter.count({ where: { appointmentId: note.appointmentId } })) > 0,
    reason: (await tx.appointmentText.count({ where: { appointmentId: note.appointmentId } })) > 0,
    background: (await tx.allergy.count({ where: { patientId } })) > 0,
  }));
  return { byUseCase, byDatabase };
}

it("a record is open to exactly those the rules name, whatever visits, shares and accesses came before", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const world = await begin();
      for (const step of history) {
        await ("doctor" in step ? takeDoctorsStep(world, step) : takeRelativesStep(world, step));
        for (const { who, user, ...reads } of readers(world)) {
          const seen = await seenBy(await actorOf(user), world);
          expect(seen, who).toEqual({ byUseCase: reads, byDatabase: reads });
        }
      }
    }),
    { numRuns: 12 },
  );
});
