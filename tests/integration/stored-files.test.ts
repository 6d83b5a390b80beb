import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { rewrapFiles } from "@/lib/platform/files/rewrap-files";
import { claimFile, openFile, releaseFile, storeFile } from "@/lib/platform/files/stored-files";
import { sweepFiles } from "@/lib/platform/files/sweep-files";
import { pdf } from "@/tests/support/files";
import { outcome } from "@/tests/support/outcome";

const HOUR = 3_600_000;
const root = process.env.FILES_DIR ?? "";
const pathOf = (id: string) => join(root, id.slice(-2), id);
const keys = [...config.records.keys];
/** The configuration after a restart with these keys. */
const restartWith = (...names: string[]) =>
  config.records.keys.splice(0, 9, ...names.map((name) => keys.find(({ id }) => id === name)!));
afterEach(() => restartWith("new", "old"));

const open = async (id: string) => Buffer.from(await new Response(await openFile(id)).arrayBuffer());
const claim = (id: string) => inTransaction(SYSTEM_ACTOR, (tx) => claimFile(tx, id));
const rows = (id: string) => db.storedFile.count({ where: { id } });
const makeOlder = (id: string, hours: number) =>
  db.storedFile.update({ where: { id }, data: { createdAt: new Date(Date.now() - hours * HOUR) } });

async function storedAndClaimed(bytes = pdf()): Promise<string> {
  const id = await storeFile(bytes);
  await claim(id);
  return id;
}

describe("the sweep", () => {
  it("removes what a crash left between the bytes and the row that shows them, but nothing that is under way", async () => {
    const [crashed, underWay, shown] = [await storeFile(pdf()), await storeFile(pdf()), await storedAndClaimed()];
    await makeOlder(crashed, 3);
    await makeOlder(shown, 300);
    expect(await sweepFiles()).toBe(1);
    expect([await rows(crashed), await rows(underWay), await rows(shown)]).toEqual([0, 1, 1]);
    expect([crashed, underWay, shown].map((id) => existsSync(pathOf(id)))).toEqual([false, true, true]);
    expect(await open(shown)).toEqual(pdf());
  });

  it("removes what a crash left in the middle of the bytes", async () => {
    const id = await storeFile(pdf());
    rmSync(pathOf(id));
    writeFileSync(`${pathOf(id)}.new`, "half of it");
    await makeOlder(id, 3);
    await sweepFiles();
    expect([await rows(id), existsSync(`${pathOf(id)}.new`)]).toEqual([0, false]);
  });

  it("removes what was given up, and takes an interrupted round up again", async () => {
    const id = await storedAndClaimed();
    await inTransaction(SYSTEM_ACTOR, (tx) => releaseFile(tx, id));
    rmSync(pathOf(id)); // as far as the interrupted round came
    expect(await sweepFiles()).toBe(1);
    expect(await rows(id)).toBe(0);
  });

  it("can't meet a claim: what is old enough to be swept can't be claimed any more", async () => {
    const id = await storeFile(pdf());
    await makeOlder(id, 1.1);
    expect(await outcome(claim(id))).toBe("unavailable");
    const once = await storedAndClaimed();
    expect(await outcome(claim(once))).toBe("unavailable");
  });
});

describe("the master keys", () => {
  it("are changed while the site serves: what is stored opens before, during and after", async () => {
    restartWith("old");
    const ids = [await storedAndClaimed(pdf("1")), await storedAndClaimed(pdf("2"))];
    restartWith("old", "new");
    restartWith("new", "old");
    expect(await open(ids[0]!)).toEqual(pdf("1"));
    const before = readFileSync(pathOf(ids[0]!));
    expect(await rewrapFiles()).toEqual({ rewrapped: 2, failed: 0 });
    expect(await rewrapFiles()).toEqual({ rewrapped: 0, failed: 0 });
    restartWith("new");
    expect([await open(ids[0]!), await open(ids[1]!)]).toEqual([pdf("1"), pdf("2")]);
    expect(readFileSync(pathOf(ids[0]!))).toEqual(before);
  });

  it("that are missing or others are named in the log and open nothing", async () => {
    restartWith("old");
    const id = await storedAndClaimed();
    restartWith("new");
    await expect(openFile(id)).rejects.toMatchObject({
      message: expect.stringContaining("can't be opened"),
      cause: { message: "RECORDS_KEYS has no key named old" },
    });
    expect(await rewrapFiles()).toEqual({ rewrapped: 0, failed: 1 });
    config.records.keys.push({ id: "old", key: Buffer.alloc(32, 7) });
    await expect(openFile(id)).rejects.toMatchObject({
      cause: { message: expect.stringContaining("the key named old is another one") },
    });
  });
});

it("bytes that can't be stored are said to be, and leave no row that is shown", async () => {
  rmSync(root, { recursive: true });
  writeFileSync(root, "no folder");
  expect(await outcome(storeFile(pdf()))).toBe("unavailable");
  rmSync(root);
  const [left] = await db.storedFile.findMany({ orderBy: { id: "desc" }, take: 1 });
  expect(left?.claimedAt).toBeNull();
});

it("a broken end breaks the answer off instead of passing for the whole", async () => {
  const id = await storedAndClaimed(Buffer.alloc(300_000, 1));
  const bytes = readFileSync(pathOf(id));
  bytes[250_000]! ^= 1;
  writeFileSync(pathOf(id), bytes);
  const content = await openFile(id);
  await expect(new Response(content).arrayBuffer()).rejects.toThrow();
});
