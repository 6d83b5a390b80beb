import type { ReactNode } from "react";
import { deskStay } from "./desk-stay";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function StayLayout({ params, children }: Props) {
  // Before anything of the page is sent, and outside of what stands in while it loads: the answer is still a 404.
  await deskStay((await params).id);
  return children;
}
