import { describe, expect, it } from "vitest";
import { encounterNote } from "./schema";

const note = { reason: "", subjective: "", objective: "", assessment: "", plan: "" };

describe("a visit note", () => {
  it("may be empty, and keeps its line breaks", () => {
    expect(encounterNote.parse(note)).toEqual(note);
    expect(encounterNote.parse({ ...note, plan: " rest\r\ndrink " }).plan).toBe("rest\ndrink");
  });
  it("contains no characters that hide or forge text, and none that the database can't store", () => {
    for (const bad of ["a\u0000b", "a\u202eb", "a\ud83d"]) {
      expect(encounterNote.safeParse({ ...note, plan: bad }).error?.issues[0]?.path).toEqual(["plan"]);
    }
  });
});
