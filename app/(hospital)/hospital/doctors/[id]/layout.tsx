import type { ReactNode } from "react";
import { deskDoctor } from "./desk-doctor";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function DoctorLayout({ params, children }: Props) {
  // Before anything of the page is sent, and outside of what stands in while it loads: the answer is still a 404.
  await deskDoctor((await params).id);
  return children;
}
