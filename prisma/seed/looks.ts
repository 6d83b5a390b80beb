import type { Prisma } from "@/lib/platform/db/db";

type Look = Prisma.AuditEntryCreateManyInput & { actorUserId: string };
type Notes = readonly Pick<Prisma.EncounterCreateManyInput, "id" | "patientId" | "doctorId" | "status" | "signedAt">[];
type Stays = readonly Pick<Prisma.BedBookingCreateManyInput, "id" | "patientId" | "hospitalId" | "status">[];

type Of = {
  notes: Notes;
  stays: Stays;
  doctors: readonly { id: string; userId: string }[];
  patient: { id: string; userId: string };
  manager: { userId: string; hospitalId: string };
};

const LIMIT = 4;

/**
 * Creates entries of the audit trail for the demo's access log and operations. The database dates them: they are made
 * when the demo is.
 */
export function makeLooks({ notes, stays, doctors, patient, manager }: Of): Look[] {
  const userIds = new Map(doctors.map(({ id, userId }) => [id, userId]));
  const own = notes
    .filter(({ patientId, status }) => patientId === patient.id && status === "SIGNED")
    .toSorted((a, b) => Number(b.signedAt) - Number(a.signedAt))
    .slice(0, LIMIT);
  const look = (note: Notes[number], actorUserId: string): Look => ({
    action: "encounter.read",
    subject: "encounter",
    subjectId: note.id ?? null,
    actorUserId,
    via: "session",
    patientId: note.patientId,
    doctorId: note.doctorId,
  });
  const byDoctors = own.flatMap((note) => {
    const userId = userIds.get(note.doctorId);
    return userId ? [look(note, userId), look(note, userId)] : [];
  });
  const admissions = stays
    .filter(({ hospitalId, status }) => hospitalId === manager.hospitalId && status === "ADMITTED")
    .slice(0, LIMIT)
    .map(({ id, patientId }): Look => ({
      action: "bed-booking.admit",
      subject: "bed-booking",
      subjectId: id ?? null,
      actorUserId: manager.userId,
      via: "session",
      patientId,
      hospitalId: manager.hospitalId,
      details: { as: "staff" },
    }));
  return [...byDoctors, ...own.slice(0, 2).map((note) => look(note, patient.userId)), ...admissions];
}
