import { beforeAll, describe, expect, it } from "vitest";
import { PUT as read } from "@/app/api/notifications/read/route";
import { GET as list } from "@/app/api/notifications/route";
import { POST as join } from "@/app/api/realtime/auth/route";
import { db } from "@/lib/platform/db/db";
import { createCast } from "../support/actors";
import { createPatient } from "../support/factories";
import { bearerOf, call, essence, expectProblem, pathsOf, type Json } from "./appointments-harness";

const MISSING = "01890000-0000-7000-8000-000000000000";

describe("POST /api/realtime/auth", () => {
  let cast: Awaited<ReturnType<typeof createCast>>;
  beforeAll(async () => {
    cast = await createCast();
  });
  const signature: unknown = expect.stringMatching(/^test-key:[0-9a-f]{64}$/);
  type Who = "patient" | "doctor" | "manager" | "coordinator" | "admin";
  const knock = async (who: Who, channel_name: unknown, over: Json = {}) =>
    call(join, {
      method: "POST",
      body: { socket_id: "123.456", channel_name, ...over },
      headers: await bearerOf(cast[who].user),
    });
  const channels = () => ({
    patient: `private-user-${cast.patient.user.id}`,
    doctor: `private-doctor-${cast.doctor.doctor.id}`,
    hospital: `private-hospital-${cast.hospital.id}`,
    admin: "private-admin",
  });

  it.each<[keyof ReturnType<typeof channels>, Who[]]>([
    ["patient", ["patient"]],
    ["doctor", ["doctor"]],
    ["hospital", ["manager", "coordinator"]],
    ["admin", ["admin"]],
  ])("grants the %s channel to its owners and answers 404 to everyone else", async (channel, allowed) => {
    for (const who of ["patient", "doctor", "manager", "coordinator", "admin"] as const) {
      const answer = await knock(who, channels()[channel]);
      if (!allowed.includes(who)) expectProblem(answer, 404, "not-found");
      else
        expect([answer.status, answer.body]).toEqual([
          200,
          { auth: signature, signIn: { auth: signature, user_data: expect.stringContaining(channels()[channel]) } },
        ]);
    }
  });

  it("does not distinguish another's channel from an impossible one", async () => {
    const answers = await Promise.all(
      [
        channels().doctor,
        `private-doctor-${MISSING}`,
        "private-nothing",
        "presence-admin",
        "private-admin ",
        "private-encrypted-admin",
        "__proto__",
        "",
      ].map((name) => knock("patient", name)),
    );
    expectProblem(answers[0]!, 404, "not-found");
    expect(new Set(answers.map((answer) => JSON.stringify(essence(answer)))).size).toBe(1);
  });

  it("signs no socket ID that could contain another channel's name", async () => {
    for (const socket_id of ["1.1:private-admin", "1", "", "1.1\n", "a.b"]) {
      expectProblem(await knock("patient", channels().patient, { socket_id }), 422, "invalid");
    }
    expect(
      pathsOf(expectProblem(await knock("patient", channels().patient, { channel_data: "{}" }), 422, "invalid")),
    ).toEqual(["channel_data"]);
    expectProblem(await knock("patient", ["private-admin"]), 422, "invalid");
    const visitor = await call(join, { method: "POST", body: { socket_id: "1.1", channel_name: channels().patient } });
    expectProblem(visitor, 401, "unauthenticated");
  });
});

describe("notifications", () => {
  let n = 0;
  const tell = (userId: string, createdAt: Date) =>
    db.notification.create({
      data: {
        userId,
        eventId: `01890000-0000-7000-8000-${String(++n).padStart(12, "0")}`,
        type: "appointment.confirmed",
        createdAt,
      },
    });
  const someone = async () => {
    const { user } = await createPatient();
    return { user, headers: await bearerOf(user) };
  };

  it("are listed for their owner, newest first, in pages that stay correct while others arrive", async () => {
    const { user, headers } = await someone();
    const other = await someone();
    const base = Date.now() - 60_000;
    const made = [];
    for (let i = 0; i < 5; i++) made.push(await tell(user.id, new Date(base + Math.floor(i / 2) * 1000)));
    const first = await call(list, { query: { limit: "2" }, headers });
    expect(Object.keys((first.body.items as Json[])[0] ?? {}).toSorted()).toEqual([
      "createdAt",
      "groupId",
      "id",
      "kind",
      "readAt",
      "refs",
      "type",
    ]);
    await tell(user.id, new Date());
    const second = await call(list, { query: { limit: "10", cursor: String(first.body.nextCursor) }, headers });
    const ids = [...(first.body.items as Json[]), ...(second.body.items as Json[])].map(({ id }) => id);
    expect(ids.toSorted()).toEqual(made.map(({ id }) => id).toSorted());
    expect(second.body.nextCursor).toBeNull();
    expect((await call(list, { headers: other.headers })).body).toEqual({ items: [], nextCursor: null });
    expectProblem(await call(list), 401, "unauthenticated");
    expectProblem(await call(list, { query: { cursor: "e30" }, headers }), 422, "invalid");
  });

  it("are marked as read by their owner, by ID or all at once, and others' are 404", async () => {
    const [owner, other] = [await someone(), await someone()];
    const [a, b] = [await tell(owner.user.id, new Date()), await tell(owner.user.id, new Date())];
    const mark = (who: { headers: Record<string, string> }, body: unknown) =>
      call(read, { method: "PUT", body, headers: who.headers });
    expect((await mark(other, { ids: [a.id] })).body).toEqual({ marked: 0 });
    expect((await mark(owner, { ids: [a.id] })).body).toEqual({ marked: 1 });
    expect((await mark(owner, {})).body).toEqual({ marked: 1 });
    expect((await mark(owner, {})).body).toEqual({ marked: 0 });
    expect(await db.notification.count({ where: { id: { in: [a.id, b.id] }, readAt: null } })).toBe(0);
    expect(pathsOf(expectProblem(await mark(owner, { ids: [] }), 422, "invalid"))).toEqual(["ids"]);
    expect(pathsOf(expectProblem(await mark(owner, { all: true }), 422, "invalid"))).toEqual(["all"]);
  });
});
