import type { ReactNode } from "react";
import { requireDoctor } from "@/app/(doctor)/doctor/require-doctor";
import { routes } from "@/lib/site/routes";
import { ownSummary } from "./own-summary";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function SummaryLayout({ params, children }: Props) {
  const { id } = await params;
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await ownSummary(await requireDoctor(routes.doctor.summary(id)), id);
  return children;
}
