"use server";
import { defineAction } from "@/lib/actor/define-action";
import { countQuestions } from "./queries";
import { visitInput, writeAnswersInput } from "./schema";
import { submitAnswers } from "./submit-answers";
import { writeAnswers } from "./write-answers";

export const countQuestionsAction = defineAction(visitInput, countQuestions, { name: "count-questions" });

export const writeAnswersAction = defineAction(
  writeAnswersInput,
  async (actor, input) => ({ version: (await writeAnswers(actor, input)).version }),
  { name: "write-answers" },
);

export const submitAnswersAction = defineAction(
  writeAnswersInput,
  async (actor, input) => ({ version: (await submitAnswers(actor, input)).version }),
  { name: "submit-answers" },
);
