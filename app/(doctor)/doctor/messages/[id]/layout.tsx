import type { ReactNode } from "react";
import { requireDoctor } from "@/app/(doctor)/doctor/require-doctor";
import { ownVisit } from "@/app/(doctor)/doctor/visits/own-visit";
import { routes } from "@/lib/site/routes";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function ConversationLayout({ params, children }: Props) {
  const { id } = await params;
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await ownVisit(await requireDoctor(routes.doctor.conversation(id)), id);
  return children;
}
