"use client";
import { createContext, useState } from "react";
import { removeAnswerFileAction } from "@/lib/domain/questionnaires/actions";
import type { AnswerFile, Sheet } from "@/lib/domain/questionnaires/schema";
import { tryAction } from "@/lib/platform/actions/try-action";
import type { useAnswers } from "./use-answers";

/** The files among the answers while they are given; null where none can be added, as in a preview. */
export const AnswerFilesContext = createContext<AnswerFiles | null>(null);
type AnswerFiles = ReturnType<typeof useAnswerFiles>;

/** Files come and go by themselves; which of them answer a question is saved with the other answers. */
export function useAnswerFiles({ appointmentId, files }: Sheet, editor: ReturnType<typeof useAnswers>) {
  const [added, setAdded] = useState<AnswerFile[]>([]);
  return {
    url: `/api/appointments/${appointmentId}/answers/files`,
    known: [...new Map([...files, ...added].map((file) => [file.id, file])).values()],
    add(file: AnswerFile) {
      setAdded((all) => [...all, file]);
      editor.changeFiles(file.question, (ids) => [...ids.filter((id) => id !== file.id), file.id]);
    },
    /** It answers no more, whatever becomes of the file; one that was sent stays with what was sent. */
    async remove({ id, question }: AnswerFile) {
      editor.changeFiles(question, (ids) => ids.filter((one) => one !== id));
      await tryAction(() => removeAnswerFileAction({ id }));
    },
  };
}
