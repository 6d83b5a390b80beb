import { queueMessages, type MessageDraft } from "@/lib/domain/messages/queue-messages";
import { afterAttempt, type Verdict } from "@/lib/domain/messages/rules";
import { queueReminders } from "@/lib/domain/reminders/queue-reminders";
import type { Prisma, Tx } from "@/lib/platform/db/db";
import { SENT } from "@/lib/platform/delivery/outcome";
import type { Demo } from "./demo";
import { inParts } from "./in-parts";
import { latestReminder } from "./reminders";

/** Visits at the demo's hospital whose latest reminders are in the ledger; those of others go out from now on. */
const MOST_REMINDED = 12;
/** What was sent is forgotten by the ledger. */
const LETTER = { subject: "A message from CareSync", body: [], why: "" };
const PUSH = { title: "CareSync", body: "An appointment has changed", path: "" };

type Notice = Demo["notifications"][number];
type Fate = { key: string; at: Date; attempts: number; verdict: Verdict };

/**
 * The ledger of messages, as a server with mail, text messages and push has left it: most were sent, one was read in the portal
 * before, one is tried again, and one was refused and can be sent again.
 */
export async function writeMessages(tx: Tx, demo: Demo, now: Date): Promise<void> {
  const notices = demo.notifications.map((notice) => toLedger(demo, notice));
  await inParts(notices, (data) => tx.message.createMany({ data }));
  const news = await writeNews(tx, demo, now);
  const reminders = await writeReminders(tx, demo, now);
  for (const fate of [...news, ...reminders]) await settle(tx, fate);
}

/** What the messages of one notice have in common; the hospital sees what patients are told of their appointments there. */
function baseOf({ appointments, accesses }: Demo, { userId, eventId, type, refs }: Notice) {
  const { appointmentId, patientId } = refs as Record<string, string>;
  const isTold = accesses.some((access) => access.userId === userId) && type.startsWith("appointment.");
  const hospitalId = (isTold && appointments.find(({ id }) => id === appointmentId)?.hospitalId) || null;
  return { userId, patientId, hospitalId, about: `appointment:${appointmentId}`, eventId, reason: type };
}

/** A notice in the portal is in the ledger too. */
function toLedger(demo: Demo, notice: Notice): Prisma.MessageCreateManyInput {
  const { id, userId, eventId, createdAt } = notice;
  const at = { dueAt: createdAt, nextAttemptAt: createdAt, endedAt: createdAt, createdAt };
  return {
    id,
    key: `${eventId}:${userId}:in-app`,
    channel: "IN_APP",
    state: "SENT",
    ...baseOf(demo, notice),
    ...at,
  };
}

/** What the demo's patient was also told by email and push. */
async function writeNews(tx: Tx, demo: Demo, now: Date): Promise<Fate[]> {
  const [own] = demo.accesses;
  const told = demo.notifications.filter(({ userId }) => userId === own?.userId);
  const drafts = told.flatMap((notice): MessageDraft[] => {
    const base = { ...baseOf(demo, notice), dueAt: notice.createdAt };
    const key = `${notice.eventId}:${notice.userId}`;
    return [
      { ...base, key: `${key}:email`, channel: "EMAIL", content: { letter: LETTER } },
      { ...base, key: `${key}:push`, channel: "PUSH", content: PUSH },
    ];
  });
  await queueMessages(tx, drafts);
  const read: Verdict = { state: "CANCELLED", answer: "read", nextAttemptAt: now };
  const firstPush = drafts.findIndex(({ channel }) => channel === "PUSH");
  return drafts.map(({ key, dueAt = now }, nth) => ({
    key,
    at: dueAt,
    attempts: 1,
    verdict: nth === firstPush ? read : afterAttempt(SENT, 1, dueAt),
  }));
}

/** The latest reminders of upcoming visits at the demo's hospital; also by text to those with a phone number. */
async function writeReminders(tx: Tx, { appointments, staff, users }: Demo, now: Date): Promise<Fate[]> {
  const hospitalId = staff[0]?.hospitalId ?? "";
  const reminded = appointments
    .filter((visit) => visit.hospitalId === hospitalId)
    .flatMap((visit) => {
      const reminder = latestReminder(visit, now);
      return reminder ? [{ ...reminder, id: visit.id, userId: visit.bookedByUserId ?? "" }] : [];
    })
    .slice(0, MOST_REMINDED);
  const { timeZone, name, address, city } = await tx.hospital.findUniqueOrThrow({ where: { id: hospitalId } });
  const place = { timeZone, place: name, address, city };
  const fates: Fate[] = [];
  for (const { id, at, minutesBefore, userId } of reminded) {
    const visit = await tx.appointment.findUniqueOrThrow({ where: { id } });
    const due = { ...visit, ...place, isVideo: visit.mode === "VIDEO" };
    await queueReminders(tx, [{ visit: due, which: String(minutesBefore) }], now);
    const about = `appointment:${id}`;
    const hasPhone = users.some((user) => user.id === userId && user.phone);
    if (hasPhone) {
      const base = { userId, patientId: visit.patientId, hospitalId, about, reason: "appointment.reminded" };
      const key = `reminder:${id}:${visit.startsAt.toISOString()}:${minutesBefore}:${userId}:sms`;
      await queueMessages(tx, [{ ...base, key, channel: "SMS", content: { text: LETTER.subject } }]);
    }
    const rows = await tx.message.findMany({
      where: { about, reason: "appointment.reminded" },
      orderBy: { key: "asc" },
    });
    for (const { key, channel } of rows) fates.push({ key, at, ...outcomeOf(channel, fates.length, now) });
  }
  return fates;
}

/** The first email was refused, the second is tried again; all others went out. */
function outcomeOf(channel: string, nth: number, now: Date): Pick<Fate, "attempts" | "verdict"> {
  if (channel !== "EMAIL" || nth > 1) return { attempts: 1, verdict: afterAttempt(SENT, 1, now) };
  if (nth === 0) return { attempts: 1, verdict: afterAttempt({ is: "refused", answer: "EENVELOPE-550" }, 1, now) };
  return { attempts: 9, verdict: afterAttempt({ is: "retry", answer: "EENVELOPE-450" }, 9, now) };
}

/** Claimed when it was due, and what became of it. */
async function settle(tx: Tx, { key, at, attempts, verdict: { state, answer, nextAttemptAt } }: Fate): Promise<void> {
  const isOver = state !== "FAILED";
  const isErased = state === "SENT" || state === "CANCELLED";
  await tx.$executeRaw`UPDATE "Message" SET "state" = 'SENDING', "attempts" = ${attempts}, "claimedAt" = ${at}, "dueAt" = ${at},
    "createdAt" = ${at} WHERE "key" = ${key}`;
  await tx.$executeRaw`UPDATE "Message" SET "state" = ${state}::"MessageState", "answer" = ${answer}, "nextAttemptAt" = ${nextAttemptAt},
    "endedAt" = CASE WHEN ${isOver} THEN "claimedAt" END, "content" = CASE WHEN ${isErased} THEN NULL ELSE "content" END
    WHERE "key" = ${key}`;
}
