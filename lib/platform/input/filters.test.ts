import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readFilters, withoutFilter } from "./filters";
import { queryInt } from "./query";

const schema = z.strictObject({
  most: queryInt(0, 100).optional(),
  word: z.string().max(5).optional(),
  cursor: z.string().max(3).optional(),
});
const read = (search: Record<string, string | string[]>) => readFilters(schema, Object.keys(schema.shape), search);

describe("filters in a list's address", () => {
  it("are read, and other parameters are ignored", () => {
    expect(read({ most: "5", word: "a", utm: "x" })).toEqual({
      filter: { most: 5, word: "a" },
      leftOut: [],
      rest: "most=5&word=a&utm=x",
    });
  });

  it("report each value that isn't understood", () => {
    expect(read({ most: "abc", word: "too long", utm: "x" })).toEqual({
      filter: {},
      leftOut: [
        { name: "most", typed: "abc" },
        { name: "word", typed: "too long" },
      ],
      rest: "utm=x",
    });
  });

  it("use the first of several values and report the others", () => {
    expect(read({ word: ["a", "b"] })).toEqual({
      filter: { word: "a" },
      leftOut: [{ name: "word", typed: "b" }],
      rest: "word=a",
    });
  });

  it("ignore empty values and a position that no longer exists", () => {
    expect(read({ word: " ", most: "", cursor: "broken" })).toMatchObject({ filter: {}, leftOut: [] });
  });

  it("report what only stored data can reveal", () => {
    expect(withoutFilter(read({ word: "a", most: "1" }), { word: "a", most: "1" }, "word")).toEqual({
      filter: { most: 1, word: undefined },
      leftOut: [{ name: "word", typed: "a" }],
      rest: "most=1",
    });
  });
});
