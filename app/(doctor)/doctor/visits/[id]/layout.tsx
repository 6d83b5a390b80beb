import type { ReactNode } from "react";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../../require-doctor";
import { ownVisit } from "../own-visit";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function VisitLayout({ params, children }: Props) {
  const { id } = await params;
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await ownVisit(await requireDoctor(routes.doctor.visit(id)), id);
  return children;
}
