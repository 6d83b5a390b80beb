import { describe, expect, it } from "vitest";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { db, type Prisma } from "@/lib/platform/db/db";
import { isConflict, sqlState } from "@/lib/platform/db/driver-error";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { pendingDeliveries, type StoredEvent } from "@/lib/platform/events/outbox";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { createAppointment, createDoctor, createPatient, inDays } from "../support/factories";
import { draft } from "./stored-events";

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
      requestId: null,
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
