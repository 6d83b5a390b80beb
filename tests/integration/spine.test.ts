import { afterEach, describe, expect, it, vi } from "vitest";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { db, type Prisma } from "@/lib/platform/db/db";
import { isConflict, sqlState } from "@/lib/platform/db/driver-error";
import { dedicatedClient } from "@/lib/platform/db/listen";
import { inTransaction } from "@/lib/actor/transaction";
import { type EventDraft, recordChange } from "@/lib/actor/record";
import { pendingDeliveries, type StoredEvent } from "@/lib/platform/events/outbox";
import { startRelay, type Deliver } from "@/lib/platform/events/relay";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { createAppointment, createDoctor, createPatient, inDays } from "../support/factories";

const draft = (aggregateId: string, type = "test.happened"): EventDraft => ({
  type,
  aggregate: "test",
  aggregateId,
  audience: ["admin"],
  sinks: ["channels"],
});
const record = (id: string, type?: string) =>
  inTransaction(SYSTEM_ACTOR, (tx) => recordChange(tx, SYSTEM_ACTOR, null, [draft(id, type)]));

const relays: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
});
function relayWith(channels: Deliver) {
  const relay = startRelay({ channels, notifications: async () => undefined, directory: async () => undefined });
  relays.push(relay);
  return relay;
}
const until = (condition: () => boolean, ms = 8_000) =>
  vi.waitFor(() => expect(condition()).toBe(true), { timeout: ms, interval: 10 });
const sequencesOf = (events: StoredEvent[], id: string) =>
  events.filter((e) => e.aggregateId === id).map((e) => e.sequence);

describe("events", () => {
  it("get a gap-free sequence per aggregate, however many write at once and whoever fails", async () => {
    const [a, b] = [crypto.randomUUID(), crypto.randomUUID()];
    const work = Array.from({ length: 60 }, (_, i) =>
      inTransaction(SYSTEM_ACTOR, async (tx) => {
        await recordChange(tx, SYSTEM_ACTOR, null, i % 2 ? [draft(a), draft(b)] : [draft(b), draft(a)]);
        if (i % 5 === 0) throw new Error("changed my mind");
      }).catch(() => undefined),
    );
    await Promise.all(work);
    for (const id of [a, b]) {
      const rows = await db.domainEvent.findMany({
        where: { aggregateId: id },
        orderBy: { position: "asc" },
        select: { sequence: true },
      });
      expect(rows.map((row) => Number(row.sequence))).toEqual(Array.from({ length: 48 }, (_, i) => i + 1));
    }
  });

  it("of a rolled-back change do not exist, nor do their deliveries and audit rows", async () => {
    const id = crypto.randomUUID();
    await inTransaction(SYSTEM_ACTOR, async (tx) => {
      await recordChange(tx, SYSTEM_ACTOR, { action: "test.undo", subject: "test", subjectId: id }, [draft(id)]);
      throw new Error("no");
    }).catch(() => undefined);
    expect(await db.domainEvent.count({ where: { aggregateId: id } })).toBe(0);
    expect(await db.auditEntry.count({ where: { subjectId: id } })).toBe(0);
    expect((await pendingDeliveries("channels", 1000)).filter((e) => e.aggregateId === id)).toEqual([]);
  });

  it("and audit rows can't be changed or removed by the application", async () => {
    const id = crypto.randomUUID();
    await inTransaction(SYSTEM_ACTOR, (tx) =>
      recordChange(tx, SYSTEM_ACTOR, { action: "test.keep", subject: "test", subjectId: id }, [draft(id)]),
    );
    const attempts = [
      db.$executeRaw`UPDATE "DomainEvent" SET "type" = 'forged' WHERE "aggregateId" = ${id}::uuid`,
      db.$executeRaw`DELETE FROM "DomainEvent" WHERE "aggregateId" = ${id}::uuid`,
      db.$executeRaw`UPDATE "AuditEntry" SET "action" = 'forged' WHERE "subjectId" = ${id}::uuid`,
      db.$executeRaw`DELETE FROM "AuditEntry" WHERE "subjectId" = ${id}::uuid`,
      db.$executeRawUnsafe('TRUNCATE "AuditEntry"'),
      db.$executeRawUnsafe("CREATE TABLE mine (id int)"),
      db.$executeRawUnsafe('ALTER TABLE "Encounter" DISABLE ROW LEVEL SECURITY'),
    ];
    for (const attempt of attempts) expect(sqlState(await attempt.catch((e: unknown) => e))).toBe("42501");
  });
});

describe("the relay", () => {
  it("delivers what is committed, in order per aggregate, and forgets it only then", async () => {
    const seen: StoredEvent[] = [];
    const id = crypto.randomUUID();
    relayWith(async (events) => void seen.push(...events));
    for (let i = 0; i < 5; i++) await record(id);
    await until(() => sequencesOf(seen, id).length === 5);
    expect(sequencesOf(seen, id)).toEqual([1, 2, 3, 4, 5]);
    await vi.waitFor(async () =>
      expect((await pendingDeliveries("channels", 1000)).filter((e) => e.aggregateId === id)).toEqual([]),
    );
  });

  it("delivers after a restart what was committed meanwhile", async () => {
    const id = crypto.randomUUID();
    for (let i = 0; i < 3; i++) await record(id);
    const seen: StoredEvent[] = [];
    relayWith(async (events) => void seen.push(...events));
    await until(() => sequencesOf(seen, id).length === 3);
    expect(sequencesOf(seen, id)).toEqual([1, 2, 3]);
  });

  it("delivers again, never not at all, when it dies between delivery and receipt", async () => {
    const id = crypto.randomUUID();
    await record(id);
    const first: StoredEvent[] = [];
    const dead = relayWith(async (events) => {
      first.push(...events);
      throw new Error("killed before the receipt");
    });
    await until(() => sequencesOf(first, id).length > 0);
    await dead.stop();
    relays.length = 0;
    await db.$executeRaw`UPDATE "EventDelivery" SET "nextAttemptAt" = now()`;
    const second: StoredEvent[] = [];
    relayWith(async (events) => void second.push(...events));
    await until(() => sequencesOf(second, id).length === 1);
  });

  it("lets nothing of an aggregate overtake a failed event, while others continue", async () => {
    const [bad, good] = [crypto.randomUUID(), crypto.randomUUID()];
    const seen: StoredEvent[] = [];
    let isBroken = true;
    relayWith(async (events) => {
      if (isBroken && events.some((event) => event.aggregateId === bad)) throw new Error("channels server is away");
      seen.push(...events);
    });
    await record(bad);
    await record(good);
    await record(bad);
    await until(() => sequencesOf(seen, good).length === 1);
    expect(sequencesOf(seen, bad)).toEqual([]);
    isBroken = false;
    await until(() => sequencesOf(seen, bad).length === 2, 10_000);
    expect(sequencesOf(seen, bad)).toEqual([1, 2]);
  });

  it("has one leader across all instances, and another takes over when its connection dies", async () => {
    const seen: string[] = [];
    relayWith(async (events) => void seen.push(...events.map(() => "first")));
    await record(crypto.randomUUID());
    await until(() => seen.length === 1);
    relayWith(async (events) => void seen.push(...events.map(() => "second")));
    await record(crypto.randomUUID());
    await until(() => seen.length === 2);
    expect(seen).toEqual(["first", "first"]);
    await relays.shift()!.stop();
    await record(crypto.randomUUID());
    await until(() => seen.length === 3);
    expect(seen[2]).toBe("second");
  });

  it("takes over from a leader that holds the lock and has gone silent, as a frozen process does", async () => {
    const frozen = await dedicatedClient("frozen");
    frozen.on("error", () => undefined);
    expect((await frozen.query("SELECT pg_try_advisory_lock(4127001) AS got")).rows).toEqual([{ got: true }]);
    const seen: StoredEvent[] = [];
    const id = crypto.randomUUID();
    relayWith(async (events) => void seen.push(...events));
    await record(id);
    await until(() => sequencesOf(seen, id).length === 1, 20_000);
    await frozen.end().catch(() => undefined);
  });

  it("recovers by itself when PostgreSQL cuts its connection", async () => {
    const seen: StoredEvent[] = [];
    const id = crypto.randomUUID();
    relayWith(async (events) => void seen.push(...events));
    await record(id);
    await until(() => sequencesOf(seen, id).length === 1);
    const killer = await dedicatedClient("killer");
    await killer.query("SET ROLE NONE"); // one may end only what the same login began
    await killer.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'caresync-relay' AND datname = current_database()",
    );
    await killer.end();
    await record(id);
    await until(() => sequencesOf(seen, id).length === 2);
  });
});

describe("notifications", () => {
  it("reach everyone involved once, however often an event is delivered, but not the actor", async () => {
    const { user, patient } = await createPatient();
    const { doctor, user: doctorUser } = await createDoctor();
    const event: StoredEvent = {
      position: 1,
      id: crypto.randomUUID(),
      type: "appointment.booked",
      aggregate: "appointment",
      aggregateId: crypto.randomUUID(),
      sequence: 1,
      audience: [`patient:${patient.id}`, `doctor:${doctor.id}`],
      refs: {},
      actorUserId: user.id,
      occurredAt: new Date(),
    };
    await Promise.all([deliverNotifications([event]), deliverNotifications([event, event])]);
    expect(await db.notification.count({ where: { eventId: event.id, userId: doctorUser.id } })).toBe(1);
    expect(await db.notification.count({ where: { eventId: event.id, userId: user.id } })).toBe(0);
    expect(await db.domainEvent.count({ where: { type: "notification.created", aggregateId: doctorUser.id } })).toBe(1);
  });
});

describe("PostgreSQL through the driver", () => {
  it("has the exclusion constraints, over half-open ranges", async () => {
    const rows = await db.$queryRaw<{ definition: string }[]>`
      SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE conrelid = '"Appointment"'::regclass AND contype = 'x' ORDER BY conname`;
    expect(rows).toHaveLength(2);
    for (const { definition } of rows)
      expect(definition).toContain('tstzrange("startsAt", "endsAt", \'[)\'::text) WITH &&');
  });

  it("reports an overlap from the client and from raw SQL as 23P01", async () => {
    const { patient } = await createPatient();
    const { doctor } = await createDoctor();
    const startsAt = inDays(9);
    const of = { doctorId: doctor.id, patientId: patient.id };
    const row = await createAppointment(of, { startsAt });
    const byModel = await createAppointment(
      { ...of, patientId: (await createPatient()).patient.id },
      { startsAt },
    ).catch((e: unknown) => e);
    expect(byModel).toMatchObject({ code: "P2039" });
    expect(sqlState(byModel)).toBe("23P01");
    const other = await createAppointment(
      { ...of, patientId: (await createPatient()).patient.id },
      { startsAt: inDays(10) },
    );
    const raw =
      await db.$executeRaw`UPDATE "Appointment" SET "startsAt" = ${row.startsAt}, "endsAt" = ${row.endsAt}, "version" = 2 WHERE "id" = ${other.id}::uuid`.catch(
        (e: unknown) => e,
      );
    expect(raw).toMatchObject({ code: "P2010" });
    expect(sqlState(raw)).toBe("23P01");
    expect(isConflict(raw)).toBe(true);
  });

  it("distinguishes CHECK, unique, foreign key and deadlock", async () => {
    const { patient } = await createPatient();
    const { doctor } = await createDoctor();
    const of = { doctorId: doctor.id, patientId: patient.id };
    const startsAt = inDays(11);
    expect(sqlState(await createAppointment(of, { startsAt, endsAt: startsAt }).catch((e: unknown) => e))).toBe(
      "23514",
    );
    expect(
      sqlState(
        await db.doctor
          .update({ where: { id: doctor.id }, data: { slug: (await createDoctor()).doctor.slug } })
          .catch((e: unknown) => e),
      ),
    ).toBe("23505");
    expect(
      sqlState(
        await createAppointment({ ...of, patientId: crypto.randomUUID() }, { startsAt }).catch((e: unknown) => e),
      ),
    ).toBe("23503");
    expect(await provokeDeadlock()).toContain("40P01");
  });

  it("retries a deadlock until both succeed", async () => {
    const [a, b] = [await createDoctor(), await createDoctor()];
    const touch = (tx: Prisma.TransactionClient, id: string) =>
      tx.$executeRaw`UPDATE "Doctor" SET "version" = "version" + 1 WHERE "id" = ${id}::uuid`;
    const crossing = ([first, second]: string[]) =>
      inTransaction(SYSTEM_ACTOR, async (tx) => {
        await touch(tx, first!);
        await tx.$queryRaw`SELECT pg_sleep(0.1)::text`;
        await touch(tx, second!);
      });
    await Promise.all([crossing([a.doctor.id, b.doctor.id]), crossing([b.doctor.id, a.doctor.id])]);
    expect((await db.doctor.findUniqueOrThrow({ where: { id: a.doctor.id } })).version).toBe(3);
  });
});

/** Two plain transactions locking two rows crosswise; their SQLSTATEs. */
async function provokeDeadlock(): Promise<(string | undefined)[]> {
  const [a, b] = [await createDoctor(), await createDoctor()];
  const crossing = (first: string, second: string) =>
    db
      .$transaction(async (tx) => {
        await tx.$executeRaw`UPDATE "Doctor" SET "version" = 9 WHERE "id" = ${first}::uuid`;
        await tx.$queryRaw`SELECT pg_sleep(0.1)::text`;
        await tx.$executeRaw`UPDATE "Doctor" SET "version" = 9 WHERE "id" = ${second}::uuid`;
      })
      .then(
        () => undefined,
        (error: unknown) => sqlState(error),
      );
  return Promise.all([crossing(a.doctor.id, b.doctor.id), crossing(b.doctor.id, a.doctor.id)]);
}
