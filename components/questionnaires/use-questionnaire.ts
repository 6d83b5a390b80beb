"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "@/components/ui/toast";
import {
  changeQuestionnaireAction,
  publishQuestionnaireAction,
  withdrawQuestionnaireAction,
} from "@/lib/domain/questionnaires/actions";
import type { Question, Questionnaire } from "@/lib/domain/questionnaires/schema";
import type { ActionFailure, ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

/** A draft while it is written: saved on request, published with what was typed, or withdrawn. */
export function useQuestionnaire({ id, version, questions: stored }: Questionnaire) {
  const router = useRouter();
  const [questions, setQuestions] = useState<Question[]>(stored);
  const [failure, setFailure] = useState<ActionFailure>();
  const [isBusy, start] = useTransition();
  const run = (done: string, work: () => Promise<ActionResult<unknown>>) =>
    start(async () => {
      setFailure(undefined);
      const result = await work();
      if (result.ok) toast.success(done);
      else setFailure(result.error);
      router.refresh();
    });
  const save = () => tryAction(() => changeQuestionnaireAction({ id, version, questions }));
  return {
    questions,
    setQuestions,
    failure,
    isBusy,
    save: () => run("Draft saved", save),
    publish: () =>
      run("Published. Patients are asked this from now on.", async () => {
        const saved = await save();
        if (!saved.ok) return saved;
        return tryAction(() => publishQuestionnaireAction({ id, version: saved.data.version }));
      }),
    withdraw: () =>
      run("Withdrawn. Patients are no longer asked.", () =>
        tryAction(() => withdrawQuestionnaireAction({ id, version })),
      ),
  };
}
