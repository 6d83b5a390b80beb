import type { ReactNode } from "react";
import { ownStay } from "@/app/(patient)/patient/stays/own-stay";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function StayLayout({ params, children }: Props) {
  const { id } = await params;
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await ownStay(await requirePageActor(routes.patient.stay(id)), id);
  return children;
}
