import { Bell, CalendarDays, Home, Settings, Stethoscope } from "lucide-react";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { PortalFrame } from "@/app/portal-frame";
import { VerificationNotice } from "@/components/accounts/verification-notice";
import { requirePageActor } from "@/lib/platform/auth/session";

const ITEMS = [
  { href: "/hospital", label: "Now", icon: <Home />, exact: true },
  { href: "/hospital/appointments", label: "Appointments", icon: <CalendarDays /> },
  { href: "/hospital/doctors", label: "Doctors", icon: <Stethoscope /> },
  { href: "/hospital/notifications", label: "News", icon: <Bell /> },
  { href: "/hospital/settings", label: "Settings", icon: <Settings /> },
];

export default async function HospitalLayout({ children }: { children: ReactNode }) {
  const actor = await requirePageActor("/hospital");
  if (!actor.hospitalId) notFound();
  return (
    <PortalFrame
      portal="hospital"
      actor={actor}
      name="Hospital"
      items={ITEMS}
      channels={[`private-hospital-${actor.hospitalId}`]}
      notice={({ hospital }) => (hospital ? <VerificationNotice state={hospital.verification} reason={hospital.verificationReason} what="hospital" /> : null)}
    >
      {children}
    </PortalFrame>
  );
}
