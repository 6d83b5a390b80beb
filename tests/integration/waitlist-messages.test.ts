import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { savePreferences } from "@/lib/domain/preferences/save-preferences";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newPatient } from "../support/actors";
import { createAppointment, inDays } from "../support/factories";
import { quietNow } from "./preferences-harness";

beforeAll(() => {
  config.mail.smtpUrl = "smtp://localhost:1";
  return () => {
    config.mail.smtpUrl = undefined;
  };
});

const HOUR = 3_600_000;

/** A time that is offered to a patient until then. */
async function offerUntil(expiresAt: Date, of: { doctorId: string; patientId: string; userId: string }) {
  const { userId: joinedById, ...ids } = of;
  const { id: holdId, startsAt, endsAt } = await createAppointment(ids, { status: "HELD", holdExpiresAt: inDays(1) });
  const dates = { fromOn: inDays(0), toOn: inDays(9), overAt: inDays(10) };
  const entry = await db.waitlistEntry.create({ data: { ...ids, ...dates, joinedById } });
  await db.$transaction(async (tx) => {
    const offered = { status: "OFFERED", version: { increment: 1 } } as const;
    await tx.waitlistEntry.update({ where: { id: entry.id }, data: offered });
    await tx.waitlistOffer.create({ data: { ...ids, entryId: entry.id, holdId, startsAt, endsAt, expiresAt } });
  });
  return entry.id;
}

/** Someone with two more quiet hours is offered a time, and has so many hours to answer. Returns the email about it. */
async function offerInQuietHours(hours: number) {
  const [{ doctorId }, { actor, user, patient }] = [await newDoctor(), await newPatient()];
  await savePreferences(actor, { quietHours: quietNow(2) });
  const expiresAt = new Date(Date.now() + hours * HOUR);
  const aggregateId = await offerUntil(expiresAt, { doctorId, patientId: patient.id, userId: user.id });
  const about = { type: "waitlist.offered", aggregate: "waitlist-entry", aggregateId } as const;
  const refs = { waitlistEntryId: aggregateId, patientId: patient.id };
  const stored = {
    id: randomUUID(),
    position: 1,
    sequence: 1,
    requestId: null,
    actorUserId: null,
    occurredAt: new Date(),
  };
  await deliverNotifications([{ ...stored, ...about, audience: [`patient:${patient.id}`], refs }]);
  const mail = await db.message.findFirstOrThrow({ where: { userId: user.id, channel: "EMAIL" } });
  return { mail, expiresAt };
}

describe("an email about an offered time", () => {
  it("waits for the end of quiet hours when the offer stands long enough, and expires with it", async () => {
    const { mail, expiresAt } = await offerInQuietHours(4);
    expect(mail).toMatchObject({ channel: "EMAIL", state: "DUE", expiresAt });
    expect(mail.dueAt.getTime()).toBeGreaterThan(Date.now() + HOUR);
    expect(mail.dueAt.getTime()).toBeLessThan(expiresAt.getTime() - HOUR / 2);
  });

  it("is sent at once when it would be too late afterwards", async () => {
    const { mail, expiresAt } = await offerInQuietHours(2);
    expect(mail).toMatchObject({ channel: "EMAIL", state: "DUE", expiresAt });
    expect(mail.dueAt.getTime()).toBeLessThanOrEqual(Date.now());
  });
});
