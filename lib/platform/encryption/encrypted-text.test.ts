import { randomBytes, randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecryptionError } from "./data-key";
import { decryptText, encryptText, keyIdOf } from "./encrypted-text";

const textKey = { id: randomUUID(), key: randomBytes(32) };
const row = `Addendum:${randomUUID()}`;
// What input admits: every character but lone surrogates.
const anyText = fc.string({ unit: "binary", maxLength: 300 });

describe("an encrypted text", () => {
  it("is decrypted as it was, and names its key", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const encrypted = encryptText(textKey, text, row);
        expect(decryptText(textKey.key, encrypted, row)).toBe(text);
        expect(keyIdOf(encrypted)).toBe(textKey.id);
      }),
    );
  });

  it("shows nothing of the text, and is another one each time", () => {
    const text = "Bronchitis, improving";
    const [first, second] = [encryptText(textKey, text, row), encryptText(textKey, text, row)];
    expect(Buffer.from(first).includes("Bronchitis")).toBe(false);
    expect(Buffer.from(first).equals(second)).toBe(false);
  });

  it("is refused when any of its bits was altered", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(7), (text, at, bit) => {
        const encrypted = encryptText(textKey, text, row);
        encrypted[at % encrypted.length]! ^= 1 << bit;
        expect(() => decryptText(textKey.key, encrypted, row)).toThrow(DecryptionError);
      }),
    );
  });

  it("is refused when it was cut off or made longer", () => {
    const encrypted = encryptText(textKey, "Rest", row);
    for (let length = 0; length < encrypted.length; length += 1) {
      const part = encrypted.slice(0, length);
      expect(() => decryptText(textKey.key, part, row)).toThrow();
      expect(() => keyIdOf(part) && decryptText(textKey.key, part, row)).toThrow(DecryptionError);
    }
    expect(() => decryptText(textKey.key, Buffer.concat([encrypted, Buffer.of(0)]), row)).toThrow(DecryptionError);
  });

  it("is refused in another row or table, and under another key", () => {
    fc.assert(
      fc.property(anyText, fc.uuid(), (text, id) => {
        const encrypted = encryptText(textKey, text, `Addendum:${id}`);
        for (const other of [row, `Encounter:${id}`, `Addendum:${id} `])
          expect(() => decryptText(textKey.key, encrypted, other)).toThrow(DecryptionError);
        expect(() => decryptText(randomBytes(32), encrypted, `Addendum:${id}`)).toThrow(DecryptionError);
      }),
    );
  });

  it("of a later format is refused", () => {
    const encrypted = encryptText(textKey, "Rest", row);
    encrypted[0] = 2;
    expect(() => keyIdOf(encrypted)).toThrow(/later release/);
  });
});
