import type { ReactNode } from "react";
import { deskAppointment } from "@/app/(hospital)/hospital/appointments/[id]/desk-appointment";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { routes } from "@/lib/site/routes";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function ConversationLayout({ params, children }: Props) {
  const { id } = await params;
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await requireDesk(routes.hospital.conversation(id));
  await deskAppointment(id);
  return children;
}
