import type { ReactNode } from "react";
import { ownPrescription } from "@/app/(patient)/patient/records/prescriptions/own-prescription";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function PrescriptionLayout({ params, children }: Props) {
  const { id } = await params;
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await ownPrescription(await requirePageActor(routes.patient.prescription(id)), id);
  return children;
}
