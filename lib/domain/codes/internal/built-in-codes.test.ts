import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { parseBuiltInCodes, readBuiltInText } from "./built-in-codes";

/** Codes of an earlier edition of the WHO's, with French names; its package writes files when it is imported, so it is read. */
const published = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("icd10/data/2016/all_cim10.json"), "utf8"),
) as { code: string; name: string }[];

/** What the WHO has added since: https://icd.who.int/browse10/2019/en */
const ADDED = [
  ..."A92.5 A97 I48.0 I48.9 K64 K64.9 U06 U07 U07.1 U07.2 U08 U09 U09.9 U10 U11 U12 U82 U83 U84 U85".split(" "),
];

const codes = parseBuiltInCodes(readBuiltInText());
const plain = (code: string) => code.replace(".", "");

describe("the built-in selection", () => {
  it("has only codes that the WHO has published", () => {
    const known = new Set(published.map(({ code }) => code));
    const unknown = codes.map(({ code }) => code).filter((code) => !known.has(plain(code)));
    expect(unknown).toEqual(ADDED);
  });

  it("has every three-character category, and more than 400 common codes below them", () => {
    const ours = new Set(codes.map(({ code }) => code));
    const categories = published.map(({ code }) => code).filter((code) => code.length === 3);
    expect(categories).toHaveLength(2049);
    expect(categories.filter((code) => !ours.has(code))).toEqual([]);
    expect(codes.filter(({ code }) => code.length > 3).length).toBeGreaterThan(400);
  });

  it("has each code once, each with a short name of its own", () => {
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
    expect(new Set(codes.map(({ name }) => name)).size).toBe(codes.length);
    expect(codes.filter(({ name }) => name.length > 80)).toEqual([]);
  });

  it("knows what a category is called when one of its codes is searched for", () => {
    expect(codes.find(({ code }) => code === "I21.9")).toEqual({
      code: "I21.9",
      name: "Heart attack, unspecified",
      synonyms: "acute myocardial infarction, MI",
      general: "Heart attack, acute myocardial infarction, MI, coronary thrombosis",
    });
  });
});
