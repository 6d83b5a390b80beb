import type { ReactNode } from "react";
import { ownSummary } from "@/app/(patient)/patient/records/summaries/own-summary";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function SummaryLayout({ params, children }: Props) {
  const { id } = await params;
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await ownSummary(await requirePageActor(routes.patient.summary(id)), id);
  return children;
}
