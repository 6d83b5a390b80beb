// Runs the questions of its parent on one database, and reports how long each took. Started by directory.ts.
import { closeDb } from "@/lib/platform/db/db";
import { directoryQuestions } from "./directory-questions";

export type Ask = { kind: "names" } | { kind: "time"; name: string } | { kind: "statements"; name: string };
export type Answer = { value: unknown } | { error: string };

const questions = directoryQuestions();

async function answer(what: Ask): Promise<unknown> {
  const all = await questions;
  if (what.kind === "names") return all.map((question) => question.name);
  const question = all.find((one) => one.name === what.name);
  if (!question) throw new Error("There is no such question.");
  if (what.kind === "statements") return (await question.statements?.()) ?? [];
  const began = performance.now();
  await question.ask();
  return performance.now() - began;
}

process.on("message", (what: Ask) => {
  void answer(what).then(
    (value) => process.send?.({ value } satisfies Answer),
    (error: unknown) => process.send?.({ error: String(error) } satisfies Answer),
  );
});
process.on("disconnect", () => void closeDb().then(() => process.exit(0)));
