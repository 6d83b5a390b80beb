import { describe, expect, it } from "vitest";
import { answerProblem, draftProblems, isOpen, missingAnswers, progressOf, sentAnswers, shownQuestions } from "./rules";
import { changesOf, isSameQuestions } from "./rules/versions";
import { changeQuestionnaireBody, type Answer, type Condition, type Question } from "./schema";

const common = { help: "", required: false, condition: null };
const text = (key: string, over: Partial<Question> = {}) =>
  ({ ...common, key, text: key, kind: "TEXT", ...over }) as Question;
const smokes: Question = {
  ...common,
  key: "smokes",
  text: "Do you smoke?",
  kind: "CHOICE",
  many: false,
  options: ["Yes", "No"],
};
const amount: Question = {
  ...common,
  key: "amount",
  text: "How many a day?",
  kind: "NUMBER",
  unit: "cigarettes",
  min: 0,
  max: 200,
  required: true,
  condition: { question: "smokes", operator: "IS", value: "Yes" },
};
const quit = text("quit", { condition: { question: "amount", operator: "OVER", value: 10 } });
const ALL = [smokes, amount, quit];
const keys = (list: readonly Question[]) => list.map(({ key }) => key);

describe("the questions that are asked", () => {
  it("follow the answers, and the answer to a hidden question counts as none", () => {
    expect(keys(shownQuestions(ALL, {}))).toEqual(["smokes"]);
    expect(keys(shownQuestions(ALL, { smokes: "Yes" }))).toEqual(["smokes", "amount"]);
    expect(keys(shownQuestions(ALL, { smokes: "Yes", amount: 11 }))).toEqual(["smokes", "amount", "quit"]);
    expect(keys(shownQuestions(ALL, { smokes: "No", amount: 11 }))).toEqual(["smokes"]);
  });

  it.each<[Condition["operator"], Condition["value"], Question, Answer, boolean]>([
    ["CONTAINS", "Asthma", text("x"), "Heuschnupfen, ASTHMA seit 2019", true],
    ["CONTAINS", "cafe", text("x"), "Café am Morgen", true],
    ["CONTAINS", "asthma", text("x"), "none", false],
    ["CONTAINS", "Hay", { ...smokes, key: "x", many: true, options: ["Hay", "Dust"] }, ["Dust", "Hay"], true],
    ["CONTAINS", "Hay", { ...smokes, key: "x", many: true, options: ["Hay", "Dust"] }, ["Dust"], false],
    ["IS", 0, { ...amount, key: "x", condition: null }, 0, true],
    ["OVER", 10, { ...amount, key: "x", condition: null }, 10, false],
    ["UNDER", 10, { ...amount, key: "x", condition: null }, 9.5, true],
    // Out of its limits, so no answer.
    ["OVER", 10, { ...amount, key: "x", condition: null }, 201, false],
  ])("compare with %s %j", (operator, value, question, answer, isShown) => {
    const asked = [question, text("y", { condition: { question: "x", operator, value } })];
    expect(keys(shownQuestions(asked, { x: answer })).includes("y")).toBe(isShown);
  });

  it("are counted, with those that have an answer", () => {
    expect(progressOf(ALL, { smokes: "Yes", amount: 20, quit: " " })).toEqual({ asked: 3, answered: 2 });
  });

  it("take nothing from what every object has", () => {
    const odd = [
      text("constructor"),
      text("y", { condition: { question: "constructor", operator: "CONTAINS", value: "f" } }),
    ];
    expect(progressOf(odd, {})).toEqual({ asked: 1, answered: 0 });
  });
});

describe("an answer", () => {
  it.each<[Question, Answer, boolean]>([
    [text("x"), "", true],
    [text("x"), 1, false],
    [smokes, "Yes", true],
    [smokes, "Perhaps", false],
    [smokes, ["Yes"], false],
    [{ ...smokes, many: true }, ["Yes", "No"], true],
    [{ ...smokes, many: true }, ["Yes", "Yes"], false],
    [{ ...smokes, many: true }, "Yes", false],
    [amount, 200, true],
    [amount, -1, false],
    [amount, 201, false],
    [amount, "20", false],
    [{ ...common, key: "x", text: "x", kind: "DATE" }, "2024-02-29", true],
    [{ ...common, key: "x", text: "x", kind: "DATE" }, "2023-02-29", false],
  ])("to %j may be %j: %s", (question, answer, isPossible) => {
    expect(answerProblem(question, answer) === null).toBe(isPossible);
  });

  it("is refused where there is no such question, and blank ones are no mistake", () => {
    expect(draftProblems(ALL, { smokes: "", other: "x", amount: 300 })).toEqual([
      { path: "answers.other", message: "There is no such question" },
      { path: "answers.amount", message: "Must be at most 200 cigarettes" },
    ]);
  });

  it("is required only while its question is asked, and sent only then", () => {
    expect(missingAnswers(ALL, { smokes: "No" })).toEqual([]);
    expect(missingAnswers(ALL, { smokes: "Yes" })).toEqual([
      { path: "answers.amount", message: "Answer this question" },
    ]);
    expect(sentAnswers(ALL, { smokes: "No", amount: 20, quit: "Twice" })).toEqual({ smokes: "No" });
    expect(sentAnswers(ALL, { quit: "Twice", amount: 20, smokes: "Yes" })).toEqual({
      smokes: "Yes",
      amount: 20,
      quit: "Twice",
    });
  });
});

it("answers are open until the visit begins, and for the first time while it lasts", () => {
  const states = ["PENDING", "CONFIRMED", "CHECKED_IN", "IN_PROGRESS", "COMPLETED", "CANCELLED", "NO_SHOW", "HELD"];
  expect(states.filter((status) => isOpen(status, 0))).toEqual(states.slice(0, 4));
  expect(states.filter((status) => isOpen(status, 1))).toEqual(states.slice(0, 3));
});

describe("a questionnaire", () => {
  const problems = (questions: unknown[]) =>
    changeQuestionnaireBody.safeParse({ questions }).error?.issues.map(({ path }) => path.join(".")) ?? [];
  const after = (condition: unknown, first: Question = smokes) => problems([first, { ...text("y"), condition }]);

  it("is what the schema accepts", () => expect(problems(ALL)).toEqual([]));

  it.each([
    ["a later question", [text("y", { condition: { question: "smokes", operator: "IS", value: "Yes" } }), smokes]],
    ["itself", [text("y", { condition: { question: "y", operator: "CONTAINS", value: "a" } })]],
  ])("has no condition on %s", (_what, questions) => expect(problems(questions)).toEqual(["questions.0.condition"]));

  it("compares answers only as they can be compared", () => {
    expect(after({ question: "smokes", operator: "OVER", value: "Yes" })).toEqual(["questions.1.condition"]);
    expect(after({ question: "smokes", operator: "IS", value: "Perhaps" })).toEqual(["questions.1.condition"]);
    const free = { ...amount, condition: null };
    expect(after({ question: "amount", operator: "OVER", value: "10" }, free)).toEqual(["questions.1.condition"]);
    const date: Question = { ...common, key: "born", text: "When?", kind: "DATE" };
    expect(after({ question: "born", operator: "IS", value: "2020-01-01" }, date)).toEqual(["questions.1.condition"]);
  });

  it("has each key once, options that differ, limits in order, and at most 50 questions", () => {
    expect(problems([smokes, smokes])).toEqual(["questions.1.key"]);
    expect(problems([{ ...smokes, options: ["Yes", "Yes"] }])).toEqual(["questions.0.options"]);
    expect(problems([{ ...smokes, options: ["Yes"] }])).toEqual(["questions.0.options"]);
    expect(problems([{ ...amount, condition: null, min: 3, max: 2 }])).toEqual(["questions.0.max"]);
    expect(problems(Array.from({ length: 51 }, (_, index) => text(`q${index}`)))).toEqual(["questions"]);
  });

  it("is compared with what was published, whatever the order of its fields", () => {
    const reordered = Object.fromEntries(Object.entries(smokes).toReversed()) as unknown as Question;
    expect(isSameQuestions([smokes], [reordered])).toBe(true);
    expect(changesOf(ALL, ALL)).toEqual({ added: 0, removed: 0, changed: 0, isMoved: false });
    expect(changesOf(ALL, [text("new"), { ...amount, min: 1 }, smokes])).toEqual({
      added: 1,
      removed: 1,
      changed: 1,
      isMoved: true,
    });
  });
});
