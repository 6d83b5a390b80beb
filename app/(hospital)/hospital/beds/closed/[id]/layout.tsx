import type { ReactNode } from "react";
import { deskClosure } from "./desk-closure";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function ClosedWardLayout({ params, children }: Props) {
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await deskClosure((await params).id);
  return children;
}
