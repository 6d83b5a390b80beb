import { describe, expect, it } from "vitest";
import { canSearch, searchLine, searchWords } from "./fold";
import { nameKey, registrationKey } from "./label-key";

describe("folded search", () => {
  it.each([
    ["ΓΙΩΡΓΟΣ", "Γιώργος"],
    ["ΓΙΏΡΓΟΣ", "Γιώργος"],
    ["احمد", "أحمد"],
    ["مكتبه", "مكتبة"],
    ["علی", "علي"],
    ["محمد", "مُحَمَّد"],
    ["OBrien", "O'Brien"],
    ["o’brien", "O'Brien"],
    ["李", "李明"],
    ["明", "李明"],
    ["Елкин", "Ёлкин"],
    ["Lodz", "Łódź"],
    ["strasse", "Straße"],
    ["soren", "Søren"],
    ["aesir", "Æsir"],
    ["istanbul", "İSTANBUL"],
    ["brandtkohler", "Brandt-Köhler"],
    ["köhler", "Brandt‐Köhler"],
    ["Brandt-Köhler", "brandt köhler brandtköhler"],
    ["angelo", "D’Angelo"],
    ["שלומ", "שָׁלוֹם"],
    ["カ\u3099", "が"],
    ["ﾊﾞ", "ば"],
    ["한", "한글"],
    ["नेहा", "नेहा"],
    ["Ｍｕｒａｔ", "Murat"],
    ["7", "٧"],
    ["Ngu\u0303yen", "Nguyễn"],
    ["rn", "R\u200bN"],
  ])("%s finds %s", (typed, kept) => {
    const line = ` ${searchLine(kept)}`;
    for (const word of searchWords(typed).split(" ")) expect(line).toContain(` ${word}`);
  });

  it.each([
    ["कमल", "कोमल"],
    ["はは", "ばば"],
    ["Иван", "Иона"],
    ["李", "王明"],
  ])("%s does not find %s", (typed, kept) => {
    expect(` ${searchLine(kept)}`).not.toContain(` ${searchWords(typed)}`);
  });

  it.each([
    ["a", false],
    ["ab", true],
    ["'-", false],
    ["李", true],
    ["김", true],
    ["\u0301\u0301", false],
    ["7b", true],
  ])("%j is enough to search for: %s", (typed, is) => {
    expect(canSearch(typed)).toBe(is);
  });
});

describe("a label's key", () => {
  it.each([
    ["Ward 7", "Ward  7"],
    ["Ward 7", " ward\u00a07 "],
    ["Ward ７", "WARD 7"],
    ["Straße", "STRASSE"],
    ["Ω ward", "ω WARD"],
    ["ΠΑΛΙΟΣ", "παλιος"],
    ["B-ı 1", "B-I 1"],
    ["Cafe\u0301", "CAFÉ"],
    ["Ward\u200b 7", "Ward 7"],
    ["Station ٧", "Station 7"],
  ])("is the same for %j and %j", (a, b) => expect(nameKey(a)).toBe(nameKey(b)));

  it.each([
    ["Ward 7", "Ward 70"],
    ["Ward 7-1", "Ward 71"],
    ["Café", "Cafe"],
    ["A+", "A"],
  ])("differs for %j and %j", (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });

  it.each([
    ["B-RT 100", "B-RT100"],
    ["b rt·100", "B-RT 100"],
    ["B-ı 1", "B-I 1"],
    ["Ｂ－ＲＴ　１００", "BRT100"],
    ["١٢٣ أ ب", "123أب"],
  ])("of a vehicle is the same for %j and %j", (a, b) => {
    expect(registrationKey(a)).toBe(registrationKey(b));
  });
  it("of a vehicle distinguishes letters that number plates distinguish", () =>
    expect(registrationKey("BÖ 1")).not.toBe(registrationKey("BO 1")));
});
