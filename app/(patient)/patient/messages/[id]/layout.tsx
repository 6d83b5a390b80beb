import type { ReactNode } from "react";
import { ownVisit } from "@/app/(patient)/patient/visits/own-visit";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function ConversationLayout({ params, children }: Props) {
  const { id } = await params;
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await ownVisit(await requirePageActor(routes.patient.conversation(id)), id);
  return children;
}
