import { describe, expect, it } from "vitest";
import { isSameAnswers, mergeAnswers, withAnswer } from "./merge-answers";

describe("answers given on two devices", () => {
  it("are put together where each answered other questions", () => {
    const { answers, clashes } = mergeAnswers([{ a: "1", b: "1" }], { a: "2", b: "1" }, { a: "1", b: "3", c: ["x"] });
    expect({ answers, clashes }).toEqual({ answers: { a: "2", b: "3", c: ["x"] }, clashes: [] });
  });

  it("clash where both answered one question, and mine stays until someone decides", () => {
    expect(mergeAnswers([{ a: "1" }], { a: "2" }, { a: "3" })).toEqual({ answers: { a: "2" }, clashes: ["a"] });
    expect(mergeAnswers([{ a: "1" }], { a: "2" }, {})).toEqual({ answers: { a: "2" }, clashes: ["a"] });
  });

  it("take over a removed answer, and know again what was sent from here", () => {
    expect(mergeAnswers([{ a: "1" }], { a: "1" }, {})).toEqual({ answers: {}, clashes: [] });
    expect(mergeAnswers([{ a: "1" }, { a: "2" }], { a: "3" }, { a: "2" })).toEqual({
      answers: { a: "3" },
      clashes: [],
    });
  });

  it("are the same with blanks and spaces at the ends", () => {
    expect(isSameAnswers({ a: "x ", b: "", c: [] }, { a: "x" })).toBe(true);
    expect(isSameAnswers({ a: ["x", "y"] }, { a: ["y", "x"] })).toBe(false);
    expect(withAnswer({ a: "x" }, "a", undefined)).toEqual({});
  });
});
