import type { ReactNode } from "react";
import { adminsProfile } from "@/app/(admin)/admin/profile-parts";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function DoctorLayout({ params, children }: Props) {
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await adminsProfile("doctor", (await params).id);
  return children;
}
