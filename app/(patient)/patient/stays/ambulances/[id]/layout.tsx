import type { ReactNode } from "react";
import { ownCall } from "@/app/(patient)/patient/stays/ambulances/own-call";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function CallLayout({ params, children }: Props) {
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await ownCall((await params).id);
  return children;
}
