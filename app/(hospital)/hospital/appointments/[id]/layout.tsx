import type { ReactNode } from "react";
import { deskAppointment } from "./desk-appointment";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function AppointmentLayout({ params, children }: Props) {
  // Before anything of the page is sent, and outside of what stands in while it loads: the answer is still a 404.
  await deskAppointment((await params).id);
  return children;
}
