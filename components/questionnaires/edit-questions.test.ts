import { describe, expect, it } from "vitest";
import { comparable, conditionOn, duplicated, freshQuestion, moved, ofKind } from "./edit-questions";

const text = freshQuestion([], "TEXT");
const choice = freshQuestion([text], "CHOICE");
const date = freshQuestion([text, choice], "DATE");
const keys = (list: { key: string }[]) => list.map(({ key }) => key);

describe("the questions of a draft", () => {
  it("get keys of their own, which stay when they move", () => {
    expect(keys([text, choice, date])).toEqual(["q1", "q2", "q3"]);
    expect(keys(moved([text, choice, date], 2, -1))).toEqual(["q1", "q3", "q2"]);
    expect(keys(duplicated([text, choice, date], 0))).toEqual(["q1", "q4", "q2", "q3"]);
  });

  it("keep their words when they are answered in another way", () => {
    const asked = { ...text, text: "How much?", required: true };
    expect(ofKind(asked, "NUMBER")).toEqual({ ...asked, kind: "NUMBER", unit: "", min: null, max: null });
    expect(ofKind(ofKind(asked, "CHOICE"), "TEXT")).toEqual(asked);
  });

  it("depend on earlier ones that can be compared", () => {
    expect(keys(comparable([text, date, choice], 2))).toEqual(["q1"]);
    expect(conditionOn(choice)).toEqual({ question: "q2", operator: "IS", value: "Yes" });
    expect(conditionOn(ofKind(text, "NUMBER"))).toEqual({ question: "q1", operator: "OVER", value: 0 });
  });
});
