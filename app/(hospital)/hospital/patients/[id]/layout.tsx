import type { ReactNode } from "react";
import { deskPatient } from "./desk-patient";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function PatientLayout({ params, children }: Props) {
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await deskPatient((await params).id);
  return children;
}
