import { describe, expect, it } from "vitest";
import { ChangeLog } from "./change-log";

type Question = { since: string | null; answer: (tags: string[] | null) => void; fail: () => void };

function asked(now?: () => number) {
  const questions: Question[] = [];
  const log = new ChangeLog(
    (since) =>
      new Promise((resolve, reject) =>
        questions.push({
          since,
          answer: (tags) => resolve({ moment: { snapshot: `s${questions.length}`, era: "1", at: 0 }, tags }),
          fail: () => reject(new Error("away")),
        }),
      ),
    now,
  );
  return { log, questions };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("a change log", () => {
  it("asks one question at a time, and answers no one with a question from before they came", async () => {
    const { log, questions } = asked();
    const first = log.caughtUp();
    const later = [log.caughtUp(), log.caughtUp()];
    questions[0]!.answer(null);
    const { number: since } = await first;
    await settled();
    expect(questions).toHaveLength(2);
    let isAnswered = false;
    void later[0]!.then(() => (isAnswered = true));
    await settled();
    expect(isAnswered).toBe(false);
    questions[1]!.answer(["doctor:1"]);
    await Promise.all(later);
    expect(log.isCurrent(since, ["doctor:1"])).toBe(false);
    expect(log.isCurrent(since, ["doctor:2"])).toBe(true);
    expect(log.isCurrent((await later[1]!).number, ["doctor:1"])).toBe(true);
  });

  it("trusts nothing from before a question that failed, or a long silence", async () => {
    let now = 0;
    const { log, questions } = asked(() => now);
    const open = log.caughtUp();
    questions[0]!.answer(null);
    const { number: since } = await open;
    const failing = log.caughtUp();
    questions[1]!.fail();
    await expect(failing).rejects.toThrow("away");
    const again = log.caughtUp();
    expect(questions[2]!.since).toBeNull();
    questions[2]!.answer(null);
    const { number: later } = await again;
    expect(log.isCurrent(since, [])).toBe(false);
    expect(log.isCurrent(later, [])).toBe(true);
    now = 700_000;
    void log.caughtUp();
    expect(questions[3]!.since).toBeNull();
  });
});
