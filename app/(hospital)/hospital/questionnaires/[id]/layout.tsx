import type { ReactNode } from "react";
import { deskQuestionnaire } from "./desk-questionnaire";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function QuestionnaireLayout({ params, children }: Props) {
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await deskQuestionnaire((await params).id);
  return children;
}
