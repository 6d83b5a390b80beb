import type { ReactNode } from "react";
import { ownSheet } from "./own-sheet";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function QuestionsLayout({ params, children }: Props) {
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await ownSheet((await params).id);
  return children;
}
