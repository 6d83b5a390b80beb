import { afterEach, describe, expect, it, vi } from "vitest";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { db } from "@/lib/platform/db/db";
import { dedicatedClient } from "@/lib/platform/db/listen";
import { pendingDeliveries, type StoredEvent } from "@/lib/platform/events/outbox";
import { startRelay, type Deliver } from "@/lib/platform/events/relay";
import { draft } from "./stored-events";

const record = (id: string, type?: string) =>
  inTransaction(SYSTEM_ACTOR, (tx) => recordChange(tx, SYSTEM_ACTOR, null, [draft(id, type)]));

const relays: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
});

const nothing = async () => undefined;

function relayWith(channels: Deliver) {
  const relay = startRelay({ channels, notifications: nothing, directory: nothing, waitlist: nothing });
  relays.push(relay);
  return relay;
}

const until = (condition: () => boolean, ms = 8_000) =>
  vi.waitFor(() => expect(condition()).toBe(true), { timeout: ms, interval: 10 });

const sequencesOf = (events: StoredEvent[], id: string) =>
  events.filter((e) => e.aggregateId === id).map((e) => e.sequence);

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
