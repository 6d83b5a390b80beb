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

describe("the filters of a list's address", () => {
  it("are read, and what is no filter of the list is no matter", () => {
    expect(read({ most: "5", word: "a", utm: "x" })).toEqual({
      filter: { most: 5, word: "a" },
      leftOut: [],
      rest: "most=5&word=a&utm=x",
    });
  });

  it("name each that is not understood, with what was typed", () => {
    expect(read({ most: "abc", word: "too long", utm: "x" })).toEqual({
      filter: {},
      leftOut: [
        { name: "most", typed: "abc" },
        { name: "word", typed: "too long" },
      ],
      rest: "utm=x",
    });
  });

  it("take the first of several values and name the others", () => {
    expect(read({ word: ["a", "b"] })).toEqual({
      filter: { word: "a" },
      leftOut: [{ name: "word", typed: "b" }],
      rest: "word=a",
    });
  });

  it("keep silent about what is empty, and about a place in the list that is gone", () => {
    expect(read({ word: " ", most: "", cursor: "broken" })).toMatchObject({ filter: {}, leftOut: [] });
  });

  it("name what only the stored data can tell", () => {
    expect(withoutFilter(read({ word: "a", most: "1" }), { word: "a", most: "1" }, "word")).toEqual({
      filter: { most: 1, word: undefined },
      leftOut: [{ name: "word", typed: "a" }],
      rest: "most=1",
    });
  });
});
