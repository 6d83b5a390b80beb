import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { POST as ask } from "@/app/api/realtime/missed/route";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { hasMissedEvents } from "@/lib/domain/notifications/has-missed-events";
import { entriesOf } from "@/lib/domain/notifications/policy";
import { publishEvents } from "@/lib/domain/notifications/publish-events";
import { sql, sqlOn } from "@/lib/platform/db/sql";
import { hasMissed, removeOldAudiences } from "@/lib/platform/events/missed";
import { sealPosition } from "@/lib/platform/events/position";
import type { ChannelMessage } from "@/lib/platform/realtime/publish";
import { snapshotNow } from "@/lib/platform/shared-pages/statements";
import { actorOf, newDoctor, newPatient, newStaff } from "../support/actors";
import { createAdmin, createHospital } from "../support/factories";
import { draft } from "./stored-events";

const sent: ChannelMessage[] = [];
vi.mock("@/lib/platform/realtime/publish", async (original) => ({
  ...(await original<object>()),
  publishMessages: async (messages: ChannelMessage[]) => void sent.push(...messages),
}));

const WRITERS = 6;
const STEPS = 400;
const AUDIENCES = ["test:a", "test:b", "test:c"];
const clients: pg.Client[] = [];
beforeAll(async () => {
  for (let nth = 0; nth < WRITERS; nth++) {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    clients.push(client);
  }
});
afterAll(() => Promise.all(clients.map((client) => client.end())));

async function momentNow() {
  const [moment] = await snapshotNow(sql);
  return moment!;
}
const positionNow = async () => sealPosition(await momentNow());
const record = (client: pg.Client, audience: string[]) => {
  const event = { ...draft(crypto.randomUUID()), id: crypto.randomUUID(), refs: {}, audience };
  return client.query(`SELECT "record_change"(NULL, 'system', NULL, NULL, $1::jsonb)`, [JSON.stringify([event])]);
};

/** Random numbers that a failure can be repeated with. */
function randomFrom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Transactions that begin, record and end in any order, while pages are read and join their channels. */
async function interleave(seed: number): Promise<{ missed: number; wrong: string[] }> {
  const random = randomFrom(seed);
  const open = clients.map(() => null as string[] | null);
  const committed: { step: number; audience: string }[] = [];
  const pages: { step: number; position: string }[] = [];
  const [wrong, count] = [[] as string[], { missed: 0 }];
  const join = async (step: number) => {
    const page = pages[random(pages.length)];
    if (!page) return;
    const entries = AUDIENCES.filter(() => random(3) === 0);
    const expected = committed.some((one) => one.step > page.step && entries.includes(one.audience));
    const found = await hasMissed(page.position, entries);
    if (found) count.missed += 1;
    if (found !== expected) wrong.push(`seed ${seed}: read at ${page.step}, joined at ${step}: ${found}`);
  };
  const write = async (nth: number, step: number) => {
    const [client, recorded] = [clients[nth]!, open[nth]];
    if (!recorded) {
      await client.query("BEGIN");
      open[nth] = [];
    } else if (random(3) === 0) {
      const isKept = random(4) > 0;
      await client.query(isKept ? "COMMIT" : "ROLLBACK");
      if (isKept) committed.push(...recorded.map((audience) => ({ step, audience })));
      open[nth] = null;
    } else if (random(3) === 0) await client.query("SELECT pg_current_xact_id()");
    else {
      const audience = AUDIENCES[random(AUDIENCES.length)]!;
      await client.query("SAVEPOINT here");
      await record(client, [audience]);
      const isUndone = random(5) === 0;
      await client.query(isUndone ? "ROLLBACK TO here" : "RELEASE here");
      if (!isUndone) recorded.push(audience);
    }
  };
  for (let step = 1; step <= STEPS; step++) {
    const kind = random(5);
    if (kind === 0) pages.push({ step, position: await positionNow() });
    else if (kind === 1) await join(step);
    else await write(random(WRITERS), step);
    if (pages.length > 12) pages.shift();
  }
  await Promise.all(clients.map((client) => client.query("ROLLBACK")));
  return { ...count, wrong };
}

describe("what a page has missed", () => {
  it("is what was committed between its reading and its joining, in whatever order transactions begin and end", async () => {
    const seed = Date.now() % 1_000_000;
    const rounds = [await interleave(seed), await interleave(seed + 1), await interleave(seed + 2)];
    expect(rounds.flatMap(({ wrong }) => wrong)).toEqual([]);
    for (const { missed } of rounds) expect(missed).toBeGreaterThan(2);
  });

  it("is anything once there were too many at work to tell apart", async () => {
    const many = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
        await client.connect();
        await client.query("BEGIN; SELECT pg_current_xact_id()");
        return client;
      }),
    );
    const position = await positionNow();
    for (const client of many) {
      const audience = crypto.randomUUID();
      await record(client, [audience]);
      expect(await hasMissed(position, [audience])).toBe(false);
      await client.query("COMMIT");
      expect(await hasMissed(position, [audience])).toBe(true);
    }
    await Promise.all(many.map((client) => client.end()));
  });

  it("can't be told of another server, after half an hour, or by who makes it up", async () => {
    const moment = await momentNow();
    const missed = (over: object) => hasMissed(sealPosition({ ...moment, ...over }), ["test:none"]);
    expect(await missed({})).toBe(false);
    expect(await missed({ at: moment.at - 1_700 })).toBe(false);
    expect(await missed({ at: moment.at - 1_801 })).toBe(true);
    expect(await missed({ at: moment.at + 60 })).toBe(true);
    expect(await missed({ era: "another" })).toBe(true);
    expect(await hasMissed("made up", ["test:none"])).toBe(true);
  });

  it("is kept for an hour, and without what no channel tells", async () => {
    const position = await positionNow();
    await inTransaction(SYSTEM_ACTOR, (tx) =>
      recordChange(tx, SYSTEM_ACTOR, null, [{ ...draft(crypto.randomUUID()), sinks: ["directory"] }]),
    );
    expect(await hasMissed(position, ["admin"])).toBe(false);
    await sqlOn(clients[0]!).$executeRaw`
      INSERT INTO "EventAudience" ("audience", "recordedAt") VALUES
        (ARRAY['old'], now() - interval '61 minutes'), (ARRAY['young'], now() - interval '59 minutes')`;
    await removeOldAudiences();
    const rows = await sql.$queryRaw<{ audience: string[] }[]>`
      SELECT "audience" FROM "EventAudience" WHERE "audience" && ARRAY['old', 'young']`;
    expect(rows).toEqual([{ audience: ["young"] }]);
  });
});

describe("a question about what was missed", () => {
  it("covers everything that is told on a channel", async () => {
    const hospital = await createHospital();
    const [patient, doctor, staff] = [await newPatient(), await newDoctor(), await newStaff(hospital.id)];
    const admin = await actorOf(await createAdmin());
    const id = crypto.randomUUID();
    const cases = [
      [patient.actor, `patient:${patient.patient.id}`],
      [patient.actor, `record:${patient.patient.id}`],
      [patient.actor, `user:${patient.user.id}`],
      [doctor.actor, `doctor:${doctor.doctorId}`],
      [staff.actor, `hospital:${hospital.id}`],
      [admin, "admin"],
      [null, "everyone"],
      [null, `public-doctor:${id}`],
      [null, `public-hospital:${id}`],
      ["key", `call:${id}`],
      ["key", `link:${id}`],
      ["key", `display:${id}`],
    ] as const;
    for (const [listener, entry] of cases) {
      sent.length = 0;
      const about = { id, aggregate: "test", aggregateId: id, sequence: 1, occurredAt: new Date(), requestId: null };
      await publishEvents([
        { ...about, position: 1, type: "test.told", audience: [entry], refs: {}, actorUserId: null },
      ]);
      const channels = [...new Set(sent.map(({ channel }) => channel))];
      expect(channels, entry).toHaveLength(1);
      expect(entriesOf(channels[0]!, listener), entry).toContain(entry);
    }
  });

  it("is answered only for channels that the asker may join", async () => {
    const [one, other] = [await newPatient(), await newPatient()];
    const since = await positionNow();
    const own = `private-user-${one.user.id}`;
    const channels = [own, "everyone", `doctor-${crypto.randomUUID()}`];
    expect(await hasMissedEvents(one.actor, { since, channels })).toBe(false);
    const theirs = [...channels, `private-user-${other.user.id}`];
    await expect(hasMissedEvents(one.actor, { since, channels: theirs })).rejects.toMatchObject({ code: "not-found" });
    await expect(hasMissedEvents(null, { since, channels })).rejects.toMatchObject({ code: "unauthenticated" });
    const withKey = { since, channels: [own], key: "made up" };
    await expect(hasMissedEvents(one.actor, withKey)).rejects.toMatchObject({ code: "not-found" });
    const answer = await ask(
      new Request("http://localhost:3000/api/realtime/missed", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ since, channels: channels.slice(1) }),
      }),
    );
    expect(await answer.json()).toEqual({ hasMissed: false });
  });
});
