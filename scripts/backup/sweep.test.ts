import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readBackupKey } from "./key";
import { readSealed } from "./sealed-file";
import { filePlace, type Store, walPlace } from "./store";
import { sweepFiles, sweepLog } from "./sweep";

const NAME = "000000010000000000000001";
const SYSTEM = 7_000_000_000_000_000_001n;

let folder: string;
let archive: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "caresync-sweep-"));
  archive = join(folder, "archive");
  mkdirSync(archive);
  store = { root: join(folder, "backups"), system: String(SYSTEM), key: readBackupKey("k".repeat(43)) };
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A segment of a database's log, as far as it is looked into. */
function segment(system = SYSTEM): Buffer {
  const bytes = randomBytes(10_000);
  bytes.writeBigUInt64LE(system, 24);
  return bytes;
}
const put = (name: string, bytes: Buffer) => writeFileSync(join(archive, name), bytes);
const kept = (name: string) => readSealed(walPlace(store, name));

describe("the archived log", () => {
  it("is moved into the backups; what is half-written stays", async () => {
    const bytes = segment();
    put(NAME, bytes);
    put("00000002.history", Buffer.from("1\t0/3000000\tbefore"));
    put(`archtemp.${NAME}.1.2`, bytes);
    await sweepLog(store, archive);
    expect(readdirSync(archive)).toEqual([`archtemp.${NAME}.1.2`]);
    expect((await kept(NAME)).equals(bytes)).toBe(true);
    expect((await kept("00000002.history")).toString()).toBe("1\t0/3000000\tbefore");
  });

  it("may be archived twice, and is written again where the backups' copy is damaged", async () => {
    const bytes = segment();
    for (const spoil of [false, false, true]) {
      put(NAME, bytes);
      const { path } = walPlace(store, NAME);
      if (spoil) writeFileSync(path, readFileSync(path).subarray(0, -1));
      await sweepLog(store, archive);
      expect((await kept(NAME)).equals(bytes)).toBe(true);
      expect(readdirSync(archive)).toEqual([]);
    }
  });

  it("is neither replaced by another segment of its name nor lost", async () => {
    const [first, second] = [segment(), segment()];
    put(NAME, first);
    await sweepLog(store, archive);
    put(NAME, second);
    await expect(sweepLog(store, archive)).rejects.toThrow("The backups have another");
    expect((await kept(NAME)).equals(first)).toBe(true);
    expect(readFileSync(join(archive, NAME)).equals(second)).toBe(true);
  });

  it("isn't mixed with that of another database", async () => {
    put(NAME, segment(SYSTEM + 1n));
    await expect(sweepLog(store, archive)).rejects.toThrow("of another database");
    expect(existsSync(walPlace(store, NAME).path)).toBe(false);
  });
});

describe("attachments and documents", () => {
  it("are copied once each, as they are, without those being written", async () => {
    const files = join(folder, "files");
    const write = (name: string) => {
      const path = join(files, name.slice(-2), name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, name);
    };
    expect(await sweepFiles(store, files)).toEqual([]);
    write("0199-aa");
    write("0199-bb");
    writeFileSync(join(files, "bb", "0199-xbb.new"), "half");
    expect((await sweepFiles(store, files)).sort()).toEqual(["0199-aa", "0199-bb"]);
    const { path } = filePlace(store, "aa", "0199-aa");
    const before = readFileSync(path);
    write("0199-cc");
    rmSync(join(files, "bb", "0199-bb"));
    expect((await sweepFiles(store, files)).sort()).toEqual(["0199-aa", "0199-cc"]);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect((await readSealed(filePlace(store, "bb", "0199-bb"))).toString()).toBe("0199-bb");
  });
});
