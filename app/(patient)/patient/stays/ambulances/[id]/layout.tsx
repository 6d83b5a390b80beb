import type { ReactNode } from "react";
import { ownCall } from "@/app/(patient)/patient/stays/ambulances/own-call";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function CallLayout({ params, children }: Props) {
  // Before anything of the page is sent, and outside of what stands in while it loads: the answer is still a 404.
  await ownCall((await params).id);
  return children;
}
