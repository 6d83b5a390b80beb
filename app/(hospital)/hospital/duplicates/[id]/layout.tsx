import type { ReactNode } from "react";
import { deskPair } from "./desk-pair";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function DuplicateLayout({ params, children }: Props) {
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await deskPair((await params).id);
  return children;
}
