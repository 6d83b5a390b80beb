import type { ReactNode } from "react";
import { requireDoctor } from "../../require-doctor";
import { ownVisit } from "../own-visit";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function VisitLayout({ params, children }: Props) {
  const { id } = await params;
  // Before anything of the page is sent, and outside of what stands in while it loads: the answer is still a 404.
  await ownVisit(await requireDoctor(`/doctor/visits/${id}`), id);
  return children;
}
