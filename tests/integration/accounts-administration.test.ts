import { describe, expect, it } from "vitest";
import { POST as verifyDoctor } from "@/app/api/admin/doctors/[id]/verify/route";
import { POST as rejectDoctor } from "@/app/api/admin/doctors/[id]/reject/route";
import { POST as suspendDoctor } from "@/app/api/admin/doctors/[id]/suspend/route";
import { POST as suspendHospital } from "@/app/api/admin/hospitals/[id]/suspend/route";
import { GET as audit } from "@/app/api/admin/audit/route";
import { GET as queue } from "@/app/api/admin/queue/route";
import { GET as users } from "@/app/api/admin/users/route";
import { decideChange } from "@/lib/domain/administration/decide-change";
import { decideVerification } from "@/lib/domain/administration/decide-verification";
import { listChanges } from "@/lib/domain/administration/list-changes";
import { countWaiting, listQueue } from "@/lib/domain/administration/list-queue";
import { listAudit } from "@/lib/domain/administration/list-audit";
import { listPeople } from "@/lib/domain/administration/queries";
import { listOutbox } from "@/lib/domain/administration/list-outbox";
import { auditQuery, changesQuery, peopleQuery, queueQuery } from "@/lib/domain/administration/schema";
import { reinstateUser, suspendUser } from "@/lib/domain/administration/suspend-user";
import { db } from "@/lib/platform/db/db";
import { createCast } from "../support/actors";
import { createDoctor, createHospital, createUser } from "../support/factories";
import { outcome } from "../support/outcome";
import { cookieOf } from "../support/sessions";
import { eventsOf } from "./stored-events";

const cast = createCast();
const administrator = async () => (await cast).admin.actor;
const everyoneElse = async () => {
  const { patient, doctor, manager, coordinator, system } = await cast;
  return [patient.actor, doctor.actor, manager.actor, coordinator.actor, system.actor];
};

describe("suspension of an account", () => {
  it("unlists its verified doctor, and reinstating lists that doctor again but no one else", async () => {
    const admin = await administrator();
    const { user, doctor } = await createDoctor({ schedule: null });
    const rejected = await createDoctor({
      over: { verification: "SUSPENDED", verificationReason: "Something else." },
      schedule: null,
    });
    for (const one of [user, rejected.user])
      expect(await suspendUser(admin, one.id)).toMatchObject({ status: "SUSPENDED", version: 2 });
    const states = async () =>
      Promise.all(
        [doctor.id, rejected.doctor.id].map(
          async (id) => (await db.doctor.findUniqueOrThrow({ where: { id } })).verification,
        ),
      );
    expect(await states()).toEqual(["SUSPENDED", "SUSPENDED"]);
    for (const one of [user, rejected.user]) await reinstateUser(admin, one.id);
    expect(await states()).toEqual(["VERIFIED", "SUSPENDED"]);
    expect((await db.user.findUniqueOrThrow({ where: { id: user.id } })).sessionEpoch).toBe(2);
    expect(await eventsOf(user.id)).toEqual(["user.suspended", "user.reinstated"]);
    const actions = await db.auditEntry.findMany({ where: { subjectId: user.id }, orderBy: { position: "asc" } });
    expect(actions.map((entry) => [entry.action, entry.actorUserId])).toEqual([
      ["user.suspend", admin.userId],
      ["user.reinstate", admin.userId],
    ]);
  });

  it("can't be applied to oneself or to a missing account, and twice is once", async () => {
    const admin = await administrator();
    expect(await outcome(suspendUser(admin, admin.userId ?? ""))).toBe("forbidden");
    expect(await outcome(suspendUser(admin, "0197a3c0-0000-7000-8000-00000000000a"))).toBe("not-found");
    const twice = await createUser();
    const people = await Promise.all([1, 2].map(() => suspendUser(admin, twice.id)));
    expect(people.map(({ status, version }) => [status, version])).toEqual([
      ["SUSPENDED", 2],
      ["SUSPENDED", 2],
    ]);
    expect(await eventsOf(twice.id)).toEqual(["user.suspended"]);
  });
});

describe("the administration, for everyone else,", () => {
  it("is 404, whatever they ask", async () => {
    const { doctor } = await createDoctor({ over: { verification: "PENDING" }, schedule: null });
    const user = await createUser();
    for (const actor of await everyoneElse()) {
      const codes = await Promise.all(
        [
          decideVerification(actor, { kind: "doctor", id: doctor.id, decision: "verify" }),
          suspendUser(actor, user.id),
          reinstateUser(actor, user.id),
          listQueue(actor, queueQuery.parse({})),
          listChanges(actor, changesQuery.parse({})),
          decideChange(actor, { id: "0197a3c0-0000-7000-8000-00000000000a", decision: "approve" }),
          listPeople(actor, peopleQuery.parse({})),
          listAudit(actor, auditQuery.parse({})),
          listOutbox(actor),
        ].map(outcome),
      );
      expect(new Set(codes)).toEqual(new Set(["not-found"]));
      expect(await countWaiting(actor)).toEqual({ doctor: 0, hospital: 0, change: 0 });
    }
    expect((await db.doctor.findUniqueOrThrow({ where: { id: doctor.id } })).verification).toBe("PENDING");
  });

  it("answers the same 404 for an existing and a missing object over HTTP", async () => {
    const { manager } = await cast;
    const { doctor } = await createDoctor({ schedule: null });
    const headers = {
      ...(await cookieOf(manager.user)),
      Origin: "http://localhost:3000",
      "Content-Type": "application/json",
      "X-Request-Id": "r",
    };
    const ask = async (handler: typeof verifyDoctor, id: string, body?: string) => {
      const init = { method: "POST", headers, ...(body ? { body } : {}) };
      const answer = await handler(new Request("http://localhost:3000/api/admin/x", init), {
        params: Promise.resolve({ id }),
      });
      return [answer.status, await answer.text()];
    };
    const missing = "0197a3c0-0000-7000-8000-00000000000a";
    for (const [handler, body] of [
      [verifyDoctor],
      [rejectDoctor, '{"reason":"x"}'],
      [suspendDoctor, '{"reason":"x"}'],
      [suspendHospital, '{"reason":"x"}'],
    ] as const) {
      const existing = await ask(handler, doctor.id, body);
      expect(existing).toEqual(await ask(handler, missing, body));
      expect(existing[0]).toBe(404);
    }
    for (const handler of [audit, queue, users]) {
      const answer = await handler(new Request("http://localhost:3000/api/admin/x", { headers }));
      expect(answer.status).toBe(404);
    }
  });
});

describe("the administration's lists", () => {
  it("show the longest waiting first, page by page, each once", async () => {
    const admin = await administrator();
    await db.doctor.updateMany({ where: { verification: "PENDING" }, data: { verification: "REJECTED" } });
    await db.hospital.updateMany({ where: { verification: "PENDING" }, data: { verification: "REJECTED" } });
    const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 10, minute));
    for (const minute of [4, 2, 2, 0])
      await createDoctor({ over: { verification: "PENDING", createdAt: at(minute) }, schedule: null });
    for (const minute of [3, 1]) await createHospital({ verification: "PENDING", createdAt: at(minute) });
    const seen: string[] = [];
    const minutes: number[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await listQueue(admin, queueQuery.parse({ limit: "2", ...(cursor ? { cursor } : {}) }));
      for (const item of page.items) {
        seen.push(item.id);
        minutes.push(new Date(item.createdAt).getUTCMinutes());
      }
      cursor = page.nextCursor;
    }
    expect(minutes).toEqual([0, 1, 2, 2, 3, 4]);
    expect(new Set(seen).size).toBe(6);
    const hospitals = await listQueue(admin, queueQuery.parse({ kind: "hospital" }));
    expect(hospitals.items.map((item) => item.kind)).toEqual(["hospital", "hospital"]);
    expect(await countWaiting(admin)).toMatchObject({ doctor: 4, hospital: 2 });
  });

  it("find people by part of a name or email, and stay stable while others sign up", async () => {
    const admin = await administrator();
    for (let n = 0; n < 5; n++) await createUser({ name: `Findable Person ${n}` });
    const first = await listPeople(admin, peopleQuery.parse({ q: "findable", limit: "2" }));
    await createUser({ name: "Findable Latecomer" });
    const second = await listPeople(admin, peopleQuery.parse({ q: "FINDABLE", limit: "3", cursor: first.nextCursor }));
    expect([...first.items, ...second.items].map((person) => person.name)).toEqual(
      [4, 3, 2, 1, 0].map((n) => `Findable Person ${n}`),
    );
    expect(second.nextCursor).toBeNull();
    const byMail = await createUser({ email: "Very.Special_Address@caresync.test" });
    expect(
      (await listPeople(admin, peopleQuery.parse({ q: "special_address" }))).items.map((person) => person.id),
    ).toEqual([byMail.id]);
    expect((await listPeople(admin, peopleQuery.parse({ q: "%" }))).items).toEqual([]);
  });

  it("filter the audit trail by the start of an action, page by page", async () => {
    const admin = await administrator();
    const first = await listAudit(admin, auditQuery.parse({ action: "user", limit: "1" }));
    const second = await listAudit(admin, auditQuery.parse({ action: "user", limit: "1", cursor: first.nextCursor }));
    const [a, b] = [first.items[0], second.items[0]];
    expect(a?.action).toMatch(/^user\./);
    expect(BigInt(a?.position ?? 0)).toBeGreaterThan(BigInt(b?.position ?? 0));
    expect(a?.actor?.id).toBe(admin.userId);
    const exact = await listAudit(admin, auditQuery.parse({ action: "user.reinstate" }));
    expect(new Set(exact.items.map((line) => line.action))).toEqual(new Set(["user.reinstate"]));
  });
});
