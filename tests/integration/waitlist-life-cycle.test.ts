import { describe, expect, it } from "vitest";
import { OFFER_LIFE_CYCLE, OFFER_STATUSES, WAITLIST_LIFE_CYCLE, WAITLIST_STATUSES } from "@/lib/domain/waitlist/status";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { db, type Tx } from "@/lib/platform/db/db";
import { isFinal, nextStates } from "@/lib/platform/life-cycle/life-cycle";
import { createAppointment, createDoctor, createPatient, inDays } from "../support/factories";

class RolledBack extends Error {}

/** Whether the database lets a step happen; nothing of it stays. */
async function isAllowed(step: (tx: Tx) => Promise<number>, from: string, to: string): Promise<boolean> {
  try {
    return await inTransaction(SYSTEM_ACTOR, async (tx) => {
      expect(await step(tx), `${from} → ${to}: rows changed`).toBe(1);
      throw new RolledBack();
    });
  } catch (error) {
    if (error instanceof RolledBack) return true;
    if (String(error).includes(`cannot go from ${from} to ${to}`)) return false;
    throw error;
  }
}

async function newEntry(status: (typeof WAITLIST_STATUSES)[number] = "WAITING") {
  const [{ doctor }, { user, patient }] = [await createDoctor(), await createPatient()];
  const of = { doctorId: doctor.id, patientId: patient.id };
  const dates = { fromOn: inDays(0), toOn: inDays(9), overAt: inDays(10) };
  const endedAt = isFinal(WAITLIST_LIFE_CYCLE, status) ? new Date() : null;
  const start = status === "OFFERED" ? "WAITING" : status;
  const entry = await db.waitlistEntry.create({
    data: { ...of, ...dates, joinedById: user.id, status: start, endedAt },
  });
  if (status === "OFFERED") await offerTo(entry.id, of, "OPEN");
  return { ...entry, of };
}

/** An offer in a state; an open one takes its entry along. */
async function offerTo(
  entryId: string,
  of: { doctorId: string; patientId: string },
  status: (typeof OFFER_STATUSES)[number],
) {
  const hold = await createAppointment(of, { status: "HELD", holdExpiresAt: inDays(1) });
  const { id: holdId, startsAt, endsAt } = hold;
  const endedAt = status === "OPEN" ? null : new Date();
  const offer = { ...of, entryId, holdId, startsAt, endsAt, expiresAt: new Date(startsAt), status, endedAt };
  return db.$transaction(async (tx) => {
    if (status === "OPEN")
      await tx.waitlistEntry.update({ where: { id: entryId }, data: { status: "OFFERED", version: { increment: 1 } } });
    return tx.waitlistOffer.create({ data: offer });
  });
}

describe("the database allows exactly the steps that are declared", () => {
  it.each(WAITLIST_STATUSES)("of a waitlist entry that is %s", async (from) => {
    const { id } = await newEntry(from);
    const allowed: string[] = [];
    for (const to of WAITLIST_STATUSES.filter((one) => one !== from)) {
      const ends = isFinal(WAITLIST_LIFE_CYCLE, to);
      const step = (tx: Tx) => tx.$executeRaw`
        UPDATE "WaitlistEntry" SET "status" = ${to}::"WaitlistEntryStatus", "version" = "version" + 1,
          "endedAt" = CASE WHEN ${ends} THEN now() END WHERE "id" = ${id}::uuid`;
      if (await isAllowed(step, from, to)) allowed.push(to);
    }
    expect(allowed).toEqual(nextStates(WAITLIST_LIFE_CYCLE, from));
  });

  it.each(OFFER_STATUSES)("of an offer that is %s", async (from) => {
    const { id: entryId, of } = await newEntry();
    const { id } = await offerTo(entryId, of, from);
    const allowed: string[] = [];
    for (const to of OFFER_STATUSES.filter((one) => one !== from)) {
      const step = (tx: Tx) => tx.$executeRaw`
        UPDATE "WaitlistOffer" SET "status" = ${to}::"WaitlistOfferStatus",
          "endedAt" = CASE WHEN ${to !== "OPEN"} THEN now() END WHERE "id" = ${id}::uuid`;
      if (await isAllowed(step, from, to)) allowed.push(to);
    }
    expect(allowed).toEqual(nextStates(OFFER_LIFE_CYCLE, from));
  });
});

describe("the database refuses", () => {
  it("an entry that says it was offered a time without an open offer, and the other way round", async () => {
    const { id, of } = await newEntry();
    const say = { where: { id }, data: { status: "OFFERED", version: { increment: 1 } } } as const;
    await expect(db.waitlistEntry.update(say)).rejects.toThrow("exactly as long as an offer is open");
    const { id: offerId } = await offerTo(id, of, "OPEN");
    const lapse = { where: { id: offerId }, data: { status: "LAPSED", endedAt: new Date() } } as const;
    await expect(db.waitlistOffer.update(lapse)).rejects.toThrow("exactly as long as an offer is open");
  });

  it("a second live entry for the same doctor, and a second open offer for a time", async () => {
    const { of, joinedById } = await newEntry("OFFERED");
    const dates = { fromOn: inDays(0), toOn: inDays(9), overAt: inDays(10) };
    await expect(db.waitlistEntry.create({ data: { ...of, ...dates, joinedById } })).rejects.toThrow("Unique");
    const [open] = await db.waitlistOffer.findMany({ where: of });
    const other = await newEntry();
    const same = { startsAt: open!.startsAt, endsAt: open!.endsAt, expiresAt: open!.expiresAt };
    const copy = { ...same, entryId: other.id, doctorId: of.doctorId, patientId: other.patientId };
    await expect(db.waitlistOffer.create({ data: copy })).rejects.toThrow("Unique");
  });

  it("changing the wishes of an entry or the time of an offer", async () => {
    const { id, of } = await newEntry("OFFERED");
    await expect(
      db.waitlistEntry.update({ where: { id }, data: { toOn: inDays(20), version: { increment: 1 } } }),
    ).rejects.toThrow("never changes");
    await expect(db.waitlistOffer.updateMany({ where: of, data: { expiresAt: inDays(0) } })).rejects.toThrow();
  });
});
