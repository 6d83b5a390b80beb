import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { db, type Prisma } from "@/lib/platform/db/db";
import type { RowOf } from "@/lib/platform/db/statement";
import { DESK_WHY, doneText, linkText, whyText, type Side } from "../format";
import type { Access } from "../schema";
import type { foldedLooks } from "../statements";

type Row = RowOf<typeof foldedLooks>;
type Visits = Map<string, NonNullable<Access["visit"]>>;

const ENTRY = { position: true, action: true, subject: true, subjectId: true, occurredAt: true } as const;
type Entry = Prisma.AuditEntryGetPayload<{ select: typeof ENTRY }>;
/** A statement takes some ten thousand values. */
const MOST_AT_ONCE = 10_000;

/** Puts folded lines into words for their reader: a patient, someone who acts for them, or the doctor who wrote. */
export async function toAccesses(actor: Actor, rows: Row[], isDoctor: boolean): Promise<Access[]> {
  const entries = await entriesAt(rows.flatMap(({ positions, firsts }) => [...positions, ...firsts]));
  const notes = [...entries.values()].flatMap(({ subject, subjectId }) =>
    subject === "encounter" ? (subjectId ?? []) : [],
  );
  const [visits, people, own] = await Promise.all([
    visitsOf(actor, notes),
    peopleOf(rows),
    db.patientAccess.findFirst({
      where: { userId: actor.userId ?? undefined, relation: "SELF" },
      select: { patientId: true },
    }),
  ]);
  return rows.map((row) => {
    const patient = { id: row.patientId, name: people.patients.get(row.patientId) ?? "" };
    const side: Side = isDoctor ? "doctor" : own?.patientId === row.patientId ? "self" : "proxy";
    const isYou = row.actorUserId !== null && row.actorUserId === actor.userId;
    const inside = row.positions.flatMap((position, index) => {
      const entry = entries.get(position);
      const first = entries.get(row.firsts[index] ?? position);
      const visit = entry?.subject === "encounter" ? (visits.get(entry.subjectId ?? "") ?? null) : null;
      const [at, until] = [(first ?? entry)?.occurredAt.toISOString(), entry?.occurredAt.toISOString()];
      return entry && at && until ? [{ at, until, what: doneText(entry.action), visit }] : [];
    });
    return {
      id: row.last,
      firstAt: row.firstAt.toISOString(),
      lastAt: row.lastAt.toISOString(),
      count: row.count,
      who: whoLooked(row, isYou, side, people.names),
      isYou,
      what: row.count === 1 ? (inside[0]?.what ?? doneText(row.action)) : doneText(row.action),
      purpose: row.purpose,
      why: whyLooked(row, isYou, side, patient.name),
      patient,
      visit: row.count === 1 || row.subject === "encounter" ? (inside[0]?.visit ?? null) : null,
      entries: inside,
    };
  });
}

function whoLooked({ actorUserId, purpose, via }: Row, isYou: boolean, side: Side, names: Map<string, string>): string {
  const way = via === "token" ? ", through the API" : "";
  if (isYou) return `You${way}`;
  if (via === "link") return side === "self" ? "Someone with your link" : "Someone with a link";
  if (actorUserId === null) return "CareSync";
  // The doctor knows the patient; who else acts for them is the family's business.
  if (side === "doctor" && purpose === "PROXY") return `Someone who acts for the patient${way}`;
  return `${names.get(actorUserId) ?? "A removed account"}${way}`;
}

function whyLooked(
  { via, purpose, actorUserId, action }: Row,
  isYou: boolean,
  side: Side,
  patientName: string,
): string {
  if (via === "link") return linkText(side, patientName);
  if (purpose === "OPERATIONS" && actorUserId !== null) return DESK_WHY;
  return whyText(purpose, isYou, side, patientName, action);
}

async function entriesAt(positions: string[]) {
  const wanted = [...new Set(positions)];
  const entries = new Map<string, Entry>();
  for (let from = 0; from < wanted.length; from += MOST_AT_ONCE) {
    const some = wanted.slice(from, from + MOST_AT_ONCE);
    for (const row of await db.auditEntry.findMany({ where: { position: { in: some.map(BigInt) } }, select: ENTRY }))
      entries.set(row.position.toString(), row);
  }
  return entries;
}

/** When the visits of these notes were, as far as the reader may know the notes. */
function visitsOf(actor: Actor, encounterIds: string[]): Promise<Visits> {
  if (encounterIds.length === 0) return Promise.resolve(new Map());
  return inTransaction(actor, async (tx) => {
    const rows = await tx.encounter.findMany({
      where: { id: { in: [...new Set(encounterIds)] } },
      select: {
        id: true,
        appointment: {
          select: {
            id: true,
            startsAt: true,
            doctor: { select: { timeZone: true } },
            hospital: { select: { timeZone: true } },
          },
        },
      },
    });
    return new Map(
      rows.map(({ id, appointment: { id: appointmentId, startsAt, doctor, hospital } }) => [
        id,
        { appointmentId, start: startsAt.toISOString(), timeZone: hospital?.timeZone ?? doctor.timeZone },
      ]),
    );
  });
}

/** The note of a visit; null for one the actor may not know. */
export function findNoteId(actor: Actor, appointmentId: string): Promise<string | null> {
  return inTransaction(actor, async (tx) => {
    const note = await tx.encounter.findUnique({ where: { appointmentId }, select: { id: true } });
    return note?.id ?? null;
  });
}

async function peopleOf(rows: Row[]) {
  const [patients, names] = await Promise.all([
    db.patient.findMany({ where: { id: { in: rows.map((row) => row.patientId) } }, select: { id: true, name: true } }),
    listUserNames(rows.map((row) => row.actorUserId)),
  ]);
  return { patients: new Map(patients.map(({ id, name }) => [id, name])), names };
}

/** The names of accounts; a doctor's as patients know it. */
export async function listUserNames(ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db.user.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true, doctor: { select: { name: true } } },
  });
  return new Map(rows.map(({ id, name, doctor }) => [id, doctor?.name ?? name]));
}
