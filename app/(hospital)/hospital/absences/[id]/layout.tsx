import type { ReactNode } from "react";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { ownAbsence } from "@/app/own-absence";
import { routes } from "@/lib/site/routes";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function AbsenceLayout({ params, children }: Props) {
  const { id } = await params;
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await ownAbsence((await requireDesk(routes.hospital.absence(id))).actor, "hospital", id);
  return children;
}
