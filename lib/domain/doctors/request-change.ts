import type { Actor } from "@/lib/actor/actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { versionMismatch } from "@/lib/platform/errors/expected-version";
import type { EventDraft } from "@/lib/actor/record";
import { profileChangeEvent } from "./events";
import { GUARDED, storedChanges, type GuardedKind, type OwnChange, type ProfileChanges } from "./schema-changes";

export type ChangeSubject = { kind: GuardedKind; id: string };

/** How long an owner sees that a request was rejected, unless there is a new one. */
const SHOW_REJECTED_DAYS = 30;

const changeOf = ({ kind, id }: ChangeSubject) => (kind === "hospital" ? { hospitalId: id } : { doctorId: id });

/**
 * Requests approval for the values in `wanted` that differ from `current`, replacing an earlier request; the current
 * values withdraw it. Values missing in `wanted` stay as requested before. The caller has locked the profile's row, so
 * two of these never race. Returns what to record. Throws `version-mismatch` when an administrator decides at the same
 * moment.
 */
export async function requestChange(
  tx: Tx,
  actor: Actor,
  subject: ChangeSubject,
  current: ProfileChanges,
  wanted: ProfileChanges,
): Promise<{ waits: boolean; events: EventDraft[] }> {
  const before = await tx.profileChange.findFirst({ where: { ...changeOf(subject), status: "PENDING" } });
  const asked = { ...storedChanges[subject.kind].parse(before?.changes ?? {}), ...wanted } as ProfileChanges;
  const fields = GUARDED[subject.kind].filter((field) => asked[field] !== undefined && asked[field] !== current[field]);
  const changes = Object.fromEntries(fields.map((field) => [field, asked[field] ?? null]));
  const waits = fields.length > 0;
  if (!before && !waits) return { waits, events: [] };
  if (before && waits && isSame(before.changes, changes)) return { waits, events: [] };
  if (!before)
    await tx.profileChange.create({ data: { ...changeOf(subject), changes, requestedByUserId: actor.userId } });
  else {
    const next = waits
      ? { changes, requestedByUserId: actor.userId }
      : { status: "WITHDRAWN" as const, decidedAt: new Date() };
    const { count } = await tx.profileChange.updateMany({
      where: { id: before.id, status: "PENDING" },
      data: { ...next, version: { increment: 1 } },
    });
    if (count === 0) throw versionMismatch("An administrator has since decided on your last change.");
  }
  return {
    waits,
    events: [profileChangeEvent(subject, waits ? "requested" : "withdrawn", await listManagersToNotify(tx, subject))],
  };
}

function isSame(stored: unknown, changes: Record<string, unknown>): boolean {
  const entries = Object.entries(stored as Record<string, unknown>);
  return entries.length === Object.keys(changes).length && entries.every(([field, value]) => changes[field] === value);
}

/** Returns who is notified individually of a hospital request's outcome; a doctor is the only one. */
export async function listManagersToNotify(tx: Tx, { kind, id }: ChangeSubject): Promise<string[]> {
  if (kind === "doctor") return [];
  const managers = await tx.hospitalStaff.findMany({
    where: { hospitalId: id, role: "MANAGER" },
    select: { userId: true },
  });
  return managers.map(({ userId }) => userId);
}

/** Returns what a profile's owner should know about its last request, if anything. */
export async function findOwnChange(subject: ChangeSubject): Promise<OwnChange | null> {
  const row = await db.profileChange.findFirst({ where: changeOf(subject), orderBy: { createdAt: "desc" } });
  if (!row) return null;
  const { status, reason, decidedAt } = row;
  const isRecent = decidedAt !== null && Date.now() - decidedAt.getTime() < SHOW_REJECTED_DAYS * 86_400_000;
  if (status !== "PENDING" && !(status === "REJECTED" && isRecent)) return null;
  return { status, reason, changes: storedChanges[subject.kind].parse(row.changes) };
}
