import { Bell, Building2, CalendarDays, Clock, Home, Phone, Settings } from "lucide-react";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { PortalFrame } from "@/app/portal-frame";
import { VerificationNotice } from "@/components/accounts/verification-notice";
import { countToCall } from "@/lib/domain/contacts/queries";
import { requirePageActor } from "@/lib/actor/session";

const ITEMS = [
  { href: "/doctor", label: "Today", icon: <Home />, exact: true },
  { href: "/doctor/calendar", label: "Calendar", icon: <CalendarDays /> },
  { href: "/doctor/hours", label: "Hours", icon: <Clock /> },
  { href: "/doctor/to-call", label: "To call", icon: <Phone /> },
  { href: "/doctor/places", label: "Places", icon: <Building2 /> },
  { href: "/doctor/notifications", label: "Notifications", icon: <Bell /> },
  { href: "/doctor/settings", label: "Settings", icon: <Settings /> },
];

export default async function DoctorLayout({ children }: { children: ReactNode }) {
  const actor = await requirePageActor("/doctor");
  if (!actor.doctorId) notFound();
  const toCall = await countToCall(actor, { doctorId: actor.doctorId });
  return (
    <PortalFrame
      portal="doctor"
      actor={actor}
      name="Doctor"
      items={ITEMS.map((item) => (item.href === "/doctor/to-call" ? { ...item, badge: toCall } : item))}
      channels={[`private-doctor-${actor.doctorId}`]}
      notice={({ doctor }) =>
        doctor && doctor.verification !== "VERIFIED" ? (
          <VerificationNotice state={doctor.verification} reason={doctor.verificationReason} what="profile" />
        ) : null
      }
    >
      {children}
    </PortalFrame>
  );
}
