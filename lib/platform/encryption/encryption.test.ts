import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { config } from "@/lib/platform/config/config";
import { currentKeyId, DecryptionError, makeDataKey, rewrapDataKey, unwrapDataKey } from "./data-key";
import { openSegments, sealSegments, sealStream } from "./segments";

const KB = 1_024;
const key = randomBytes(32);

async function* chunksOf(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function opened(sealed: Uint8Array, chunk = 10_000, by = key): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of openSegments(by, chunksOf(sealed, chunk))) parts.push(part);
  return Buffer.concat(parts);
}

describe("segments", () => {
  it.each([0, 1, 64 * KB - 1, 64 * KB, 64 * KB + 1, 128 * KB, 300_000])("open as they were: %i bytes", async (size) => {
    const bytes = randomBytes(size);
    const sealed = sealSegments(key, bytes);
    for (const chunk of [7_777, 64 * KB + 16, 1_000_000])
      expect((await opened(sealed, chunk)).equals(bytes)).toBe(true);
    expect(sealed.includes(bytes.subarray(0, 16)) && size > 16).toBe(false);
  });

  it.each([0, 1, 64 * KB, 64 * KB + 1, 300_000])("are the same from a stream: %i bytes", async (size) => {
    const bytes = randomBytes(size);
    for (const chunk of [7_777, 64 * KB, 1_000_000]) {
      const parts: Buffer[] = [];
      for await (const part of sealStream(key, chunksOf(bytes, chunk))) parts.push(part);
      expect(Buffer.concat(parts).equals(sealSegments(key, bytes))).toBe(true);
    }
  });

  it("are refused when a byte is altered, a part is cut off, moved or repeated, and under another key", async () => {
    const sealed = sealSegments(key, randomBytes(200_000));
    const part = 64 * KB + 16;
    const altered = Buffer.from(sealed);
    altered[150_000]! ^= 1;
    const [first, second, rest] = [
      sealed.subarray(0, part),
      sealed.subarray(part, 2 * part),
      sealed.subarray(2 * part),
    ];
    const wrong = [
      altered,
      sealed.subarray(0, -1),
      sealed.subarray(0, 2 * part),
      Buffer.concat([second, first, rest]),
      Buffer.concat([first, first, second, rest]),
      Buffer.alloc(0),
    ];
    for (const bytes of wrong) await expect(opened(bytes)).rejects.toThrow(DecryptionError);
    await expect(opened(sealed, 10_000, randomBytes(32))).rejects.toThrow(DecryptionError);
  });

  it("hand on only what was verified", async () => {
    const sealed = sealSegments(key, randomBytes(200_000));
    sealed[70_000]! ^= 1;
    let handed = 0;
    await expect(async () => {
      for await (const part of openSegments(key, chunksOf(sealed, 10_000))) handed += part.length;
    }).rejects.toThrow(DecryptionError);
    expect(handed).toBe(64 * KB);
  });
});

describe("a data key", () => {
  it("is wrapped under the first master key, for one thing, and opens there only", () => {
    const { key: made, ...stored } = makeDataKey("file:1");
    expect(stored.keyId).toBe(config.records.keys[0]?.id);
    expect(unwrapDataKey(stored, "file:1").equals(made)).toBe(true);
    expect(() => unwrapDataKey(stored, "file:2")).toThrow(/another one, or a data key was altered/);
    expect(() => unwrapDataKey({ ...stored, keyId: "gone" }, "file:1")).toThrow(/RECORDS_KEYS has no key named gone/);
    expect(() => unwrapDataKey({ ...stored, keyId: "old" }, "file:1")).toThrow(/another one/);
    expect(() => unwrapDataKey({ ...stored, wrappedKey: stored.wrappedKey.slice(1) }, "file:1")).toThrow(/altered/);
  });

  it("is wrapped anew under the current master key and stays the same", () => {
    const { key: made, ...stored } = makeDataKey("file:1");
    const again = rewrapDataKey(stored, "file:1");
    expect(again.keyId).toBe(currentKeyId());
    expect(Buffer.from(again.wrappedKey).equals(stored.wrappedKey)).toBe(false);
    expect(unwrapDataKey(again, "file:1").equals(made)).toBe(true);
  });
});
