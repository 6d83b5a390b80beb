"use server";
import { defineAction } from "@/lib/actor/define-action";
import { addQuestionnaire } from "./add-questionnaire";
import { changeQuestionnaire } from "./change-questionnaire";
import { countQuestions } from "./queries";
import { publishQuestionnaire } from "./publish-questionnaire";
import {
  addQuestionnaireInput,
  changeQuestionnaireInput,
  questionnaireStepInput,
  removeAnswerFileInput,
  visitInput,
  writeAnswersInput,
} from "./schema";
import { removeAnswerFile } from "./remove-answer-file";
import { submitAnswers } from "./submit-answers";
import { withdrawQuestionnaire } from "./withdraw-questionnaire";
import { writeAnswers } from "./write-answers";

export const addQuestionnaireAction = defineAction(
  addQuestionnaireInput,
  async (actor, input) => ({ id: (await addQuestionnaire(actor, input)).id }),
  { name: "add-questionnaire" },
);

export const changeQuestionnaireAction = defineAction(
  changeQuestionnaireInput,
  async (actor, input) => ({ version: (await changeQuestionnaire(actor, input)).version }),
  { name: "change-questionnaire" },
);

export const publishQuestionnaireAction = defineAction(questionnaireStepInput, publishQuestionnaire, {
  name: "publish-questionnaire",
});

export const withdrawQuestionnaireAction = defineAction(questionnaireStepInput, withdrawQuestionnaire, {
  name: "withdraw-questionnaire",
});

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

export const removeAnswerFileAction = defineAction(
  removeAnswerFileInput,
  (actor, { id }) => removeAnswerFile(actor, id),
  {
    name: "remove-answer-file",
  },
);
