import type { ReactNode } from "react";
import { ownVisit } from "@/app/(patient)/patient/visits/own-visit";
import { requirePageActor } from "@/lib/actor/session";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function VisitLayout({ params, children }: Props) {
  const { id } = await params;
  // Before anything of the page is sent, and outside of what stands in while it loads: the answer is still a 404.
  await ownVisit(await requirePageActor(`/patient/visits/${id}`), id);
  return children;
}
