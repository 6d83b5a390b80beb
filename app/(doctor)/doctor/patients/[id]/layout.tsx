import type { ReactNode } from "react";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../../require-doctor";
import { ownPatient } from "../own-patient";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function PatientLayout({ params, children }: Props) {
  const { id } = await params;
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await ownPatient(await requireDoctor(routes.doctor.patient(id)), id);
  return children;
}
