import type { ReactNode } from "react";
import { deskStay } from "./desk-stay";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function StayLayout({ params, children }: Props) {
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await deskStay((await params).id);
  return children;
}
