import type { ReactNode } from "react";
import { deskAppointment } from "./desk-appointment";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function AppointmentLayout({ params, children }: Props) {
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await deskAppointment((await params).id);
  return children;
}
