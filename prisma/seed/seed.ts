// `tsx prisma/seed/seed.ts`, with CARESYNC_DEMO=1: fills an empty database with the demo.
import { pathToFileURL } from "node:url";
import { v7 as uuidv7 } from "uuid";
import { encryptTexts } from "@/lib/domain/records/encrypt-texts";
import { hashPassword } from "@/lib/platform/auth/password";
import { closeDb, db, type Tx } from "@/lib/platform/db/db";
import { LOCK_NUMBERS } from "@/lib/platform/db/lock-numbers";
import { allowLongStatements } from "@/lib/platform/db/pool";
import { makeDemo, type Demo } from "./demo";
import { findingsOf } from "./findings";
import { inParts } from "./in-parts";
import { DEMO_PASSWORD } from "./sign-ins";
import { writeMessages } from "./messages";
import { bare, writeTexts } from "./texts";
import { writeWaiting } from "./waiting";
import { say } from "../../scripts/process/say";

export type SeedOptions = {
  /** The demo's today. */
  now?: Date;
  /** Adds the demo to a database that already has accounts. Still fails where the demo already is. */
  force?: boolean;
};

/**
 * Fills the database with the demo in one transaction: all of it or nothing, so it can be repeated after any crash.
 * Returns how many rows of each kind there are, or null when the database already has accounts.
 */
export async function seedDemo({ now = new Date(), force = false }: SeedOptions = {}): Promise<Record<
  string,
  number
> | null> {
  allowLongStatements();
  const demo = makeDemo(now, await hashPassword(DEMO_PASSWORD));
  const isWritten = await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK_NUMBERS.seed})`;
      if (!force && (await tx.user.findFirst({ select: { id: true } }))) return false;
      await write(tx, demo, now);
      return true;
    },
    { timeout: 120_000 },
  );
  return isWritten ? Object.fromEntries(Object.entries(demo).map(([kind, rows]) => [kind, rows.length])) : null;
}

async function write(tx: Tx, demo: Demo, now: Date): Promise<void> {
  await inParts(demo.users, (data) => tx.user.createMany({ data }));
  await inParts(demo.patients, (data) => tx.patient.createMany({ data }));
  await inParts([...demo.accesses, ...demo.helpers], (data) => tx.patientAccess.createMany({ data }));
  await inParts(demo.hospitals, (data) => tx.hospital.createMany({ data }));
  await inParts(demo.departments, (data) => tx.department.createMany({ data }));
  await inParts(demo.staff, (data) => tx.hospitalStaff.createMany({ data }));
  // The migrations have already inserted the catalogue, with the same IDs.
  await tx.specialty.createMany({ data: demo.specialties, skipDuplicates: true });
  await tx.service.createMany({ data: demo.services, skipDuplicates: true });
  await inParts(demo.doctors, (data) => tx.doctor.createMany({ data }));
  await inParts(demo.doctorSpecialties, (data) => tx.doctorSpecialty.createMany({ data }));
  await inParts(demo.doctorServices, (data) => tx.doctorService.createMany({ data }));
  await inParts(demo.affiliations, (data) => tx.affiliation.createMany({ data }));
  await inParts(demo.schedules, (data) => tx.schedule.createMany({ data }));
  await inParts(demo.wards, (data) => tx.ward.createMany({ data }));
  await inParts(demo.beds, (data) => tx.bed.createMany({ data }));
  await inParts(demo.bedBookings, (data) => tx.bedBooking.createMany({ data: data.map(bare) }));
  await inParts(demo.bedStays, (data) => tx.bedStay.createMany({ data }));
  await inParts(demo.ambulances, (data) => tx.ambulance.createMany({ data }));
  await inParts(demo.ambulanceBookings, (data) => tx.ambulanceBooking.createMany({ data }));
  await inParts(demo.ambulanceOffers, (data) => tx.ambulanceOffer.createMany({ data }));
  await inParts(demo.invitations, (data) => tx.doctorInvitation.createMany({ data }));
  await inParts(demo.appointments, (data) => tx.appointment.createMany({ data: data.map(bare) }));
  await writeWaiting(tx, demo);
  await writeTexts(tx, demo);
  await tx.waitlistEntry.createMany({ data: demo.waitlist });
  await inParts(demo.notifications, (data) => tx.notification.createMany({ data }));
  await writeMessages(tx, demo, now);
  await writeNotes(tx, demo.encounters);
  await writeRecalls(tx, demo.recalls);
  for (const { userId, allergies, noneKnown, conditions } of demo.backgrounds) {
    await tx.$executeRaw`SELECT set_config('app.actor', ${userId}, true)`;
    await tx.allergy.createMany({ data: allergies });
    await tx.noKnownAllergies.createMany({ data: noneKnown });
    await tx.condition.createMany({ data: conditions });
  }
  for (const grant of demo.grants) {
    await tx.$executeRaw`SELECT set_config('app.actor', ${grant.grantedById}, true)`;
    await tx.recordGrant.createMany({ data: [grant] });
  }
  await tx.questionnaire.createMany({ data: demo.questionnaires });
  await tx.questionnaireVersion.createMany({ data: demo.questionnaireVersions });
  await writeAnswers(tx, demo.answers);
  await writeEmergencies(tx, demo);
  for (const { actorUserId, ...look } of demo.looks) {
    await tx.$executeRaw`SELECT set_config('app.actor', ${actorUserId}, true)`;
    await tx.auditEntry.create({ data: { actorUserId, ...look }, select: { position: true } });
  }
}

/** Opened by the doctor, reviewed by the administrator: row-level security has it so. */
async function writeEmergencies(tx: Tx, { emergencies, users }: Demo): Promise<void> {
  const adminId = users.find(({ isAdmin }) => isAdmin)?.id ?? "";
  for (const { access, reason, review, remark } of emergencies) {
    await tx.$executeRaw`SELECT set_config('app.doctor', ${access.doctorId}, true)`;
    const { id } = await tx.emergencyAccess.create({
      data: { ...access, text: { create: { reason } } },
      select: { id: true },
    });
    await tx.$executeRaw`SELECT set_config('app.doctor', '', true), set_config('app.actor', ${adminId}, true)`;
    await tx.emergencyAccess.update({ where: { id }, data: { ...review, reviewedById: adminId } });
    await tx.emergencyText.update({ where: { accessId: id }, data: { remark } });
  }
}

/**
 * Row-level security lets only the visit's doctor write its note, the demo's doctors included; what belongs to a note is
 * written before it is signed.
 */
async function writeNotes(tx: Tx, encounters: Demo["encounters"]): Promise<void> {
  for (const doctorId of new Set(encounters.map((note) => note.doctorId))) {
    const notes = encounters.filter((note) => note.doctorId === doctorId);
    const { observations, diagnoses, prescriptions } = findingsOf(notes);
    await tx.$executeRaw`SELECT set_config('app.doctor', ${doctorId}, true)`;
    const drafts = notes.map((one) => ({ ...one, status: "DRAFT" as const }));
    await inParts(await encryptTexts(tx, "Encounter", drafts), (data) => tx.encounter.createMany({ data }));
    await inParts(observations, (data) => tx.observation.createMany({ data }));
    await inParts(diagnoses, (data) => tx.diagnosis.createMany({ data }));
    const medicines = prescriptions.map((one) => ({ id: uuidv7(), ...one }));
    await inParts(await encryptTexts(tx, "Prescription", medicines), (data) => tx.prescription.createMany({ data }));
    await tx.$executeRaw`UPDATE "Encounter" SET "status" = 'SIGNED' WHERE "doctorId" = ${doctorId}::uuid AND "signedAt" IS NOT NULL`;
  }
}

/** Row-level security lets only the doctor who set it say why. */
async function writeRecalls(tx: Tx, recalls: Demo["recalls"]): Promise<void> {
  await tx.recall.createMany({ data: recalls.map(({ reason: _, ...row }) => row) });
  for (const { id, doctorId, reason } of recalls) {
    await tx.$executeRaw`SELECT set_config('app.doctor', ${doctorId}, true)`;
    await tx.recallReason.createMany({ data: await encryptTexts(tx, "RecallReason", [{ id, reason }]) });
  }
}

/** Row-level security lets only the patient's side answer; a sheet begins with nothing sent. */
async function writeAnswers(tx: Tx, answers: Demo["answers"]): Promise<void> {
  for (const { userId, sheet, draft, sent } of answers) {
    const { appointmentId } = sheet;
    const { submittedAt = null } = sent;
    await tx.$executeRaw`SELECT set_config('app.actor', ${userId}, true)`;
    await tx.answerSheet.createMany({ data: [sheet] });
    await tx.answerDraft.createMany({ data: [draft] });
    await tx.answerSheet.updateMany({ where: { appointmentId }, data: { submissions: 1, submittedAt, version: 2 } });
    await tx.submittedAnswers.createMany({ data: [sent] });
  }
}

async function main(): Promise<void> {
  if (process.env.CARESYNC_DEMO !== "1") {
    console.error("The demo is only for throw-away databases: set CARESYNC_DEMO=1 to fill this one.");
    process.exitCode = 1;
    return;
  }
  try {
    const counts = await seedDemo({ force: process.argv.includes("--force") });
    say(
      counts
        ? `The demo is in place: ${counts.doctors} doctors, ${counts.patients} patients, ${counts.appointments} visits.`
        : "The database has accounts already, so the demo was left out.",
    );
  } finally {
    await closeDb();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
