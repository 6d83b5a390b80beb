import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { DecryptionError } from "@/lib/platform/encryption/data-key";
import { StartError } from "../process/start-error";
import { readBackupKey } from "./key";
import { oneChunk } from "./manifest";
import { madeAtOf, openSealed, readSealed, sealFile } from "./sealed-file";

const folder = mkdtempSync(join(tmpdir(), "caresync-sealed-"));
afterAll(() => rmSync(folder, { recursive: true }));

const key = readBackupKey(randomBytes(32).toString("base64"));
const file = (name: string) => ({ key, name: `1/${name}`, path: join(folder, name) });
const seal = (name: string, bytes: Buffer) => sealFile({ ...file(name), source: oneChunk(bytes) });

describe("a file of a backup", () => {
  it.each([0, 1, 65_536, 300_000])("opens as it was: %i bytes, compressed or not", async (size) => {
    const bytes = randomBytes(size);
    for (const isCompressed of [true, false]) {
      await sealFile({ ...file("a"), source: oneChunk(bytes), isCompressed });
      expect((await readSealed(file("a"))).equals(bytes)).toBe(true);
    }
  });

  it("is small where it was empty, shows nothing of its content, and tells when that was made", async () => {
    const made = new Date("2026-11-28T10:00:00.123Z");
    await sealFile({ ...file("b"), source: oneChunk(Buffer.alloc(4_000_000, "secret")), madeAt: made });
    const kept = readFileSync(join(folder, "b"));
    expect(kept.length).toBeLessThan(40_000);
    expect(kept.includes("secret")).toBe(false);
    expect(await madeAtOf(join(folder, "b"))).toEqual(made);
  });

  it("doesn't open when a byte of it was altered, its end is missing, or it was renamed", async () => {
    await seal("c", randomBytes(200_000));
    const kept = readFileSync(join(folder, "c"));
    for (const at of [0, 5, 15, 21, 40, 60, 100_000, kept.length - 1]) {
      const altered = Buffer.from(kept);
      altered[at]! ^= 1;
      writeFileSync(join(folder, "c"), altered);
      await expect(readSealed(file("c"))).rejects.toThrow(at === 5 ? StartError : DecryptionError);
    }
    writeFileSync(join(folder, "c"), kept.subarray(0, -1));
    await expect(readSealed(file("c"))).rejects.toThrow(DecryptionError);
    writeFileSync(join(folder, "c"), kept);
    renameSync(join(folder, "c"), join(folder, "d"));
    await expect(readSealed(file("d"))).rejects.toThrow(DecryptionError);
  });

  it("says so in a sentence when the key is another one", async () => {
    await seal("e", Buffer.from("x"));
    const other = readBackupKey(randomBytes(32).toString("base64"));
    await expect(readSealed({ ...file("e"), key: other })).rejects.toThrow("made with another BACKUP_KEY");
  });

  it("isn't there when what it is made of breaks off", async () => {
    async function* broken() {
      yield randomBytes(300_000);
      await Promise.reject(new Error("the disk is gone"));
    }
    for (const isCompressed of [true, false]) {
      await expect(sealFile({ ...file("f"), source: broken(), isCompressed })).rejects.toThrow("the disk is gone");
    }
    expect(readdirSync(folder).filter((name) => name.startsWith("f"))).toEqual([]);
  });

  it("can be left half-read", async () => {
    await seal("g", randomBytes(500_000));
    for await (const part of openSealed(file("g"))) {
      expect(part.length).toBeGreaterThan(0);
      break;
    }
  });
});

describe("a backup key", () => {
  it.each(["", "short", "x".repeat(100), randomBytes(31).toString("base64")])("is refused: %s", (text) => {
    expect(() => readBackupKey(text)).toThrow("BACKUP_KEY must be 32 bytes");
  });

  it("is read in either alphabet of base64", () => {
    const bytes = randomBytes(32);
    for (const form of ["base64", "base64url"] as const) {
      expect(readBackupKey(bytes.toString(form)).bytes.equals(bytes)).toBe(true);
    }
  });
});
