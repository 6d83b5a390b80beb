import type { ReactNode } from "react";
import { deskDoctor } from "./desk-doctor";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function DoctorLayout({ params, children }: Props) {
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await deskDoctor((await params).id);
  return children;
}
