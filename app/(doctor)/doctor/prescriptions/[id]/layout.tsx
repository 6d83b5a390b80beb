import type { ReactNode } from "react";
import { requireDoctor } from "@/app/(doctor)/doctor/require-doctor";
import { routes } from "@/lib/site/routes";
import { ownPrescription } from "./own-prescription";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function PrescriptionLayout({ params, children }: Props) {
  const { id } = await params;
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await ownPrescription(await requireDoctor(routes.doctor.prescription(id)), id);
  return children;
}
