import {
  Bell,
  Building2,
  CalendarDays,
  ClipboardList,
  Clock,
  Home,
  MessageSquare,
  Phone,
  Settings,
  Users,
} from "lucide-react";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { PortalFrame } from "@/app/portal-frame";
import { VerificationNotice } from "@/components/accounts/verification-notice";
import { countToCall } from "@/lib/domain/contacts/queries";
import { countUnreadConversations } from "@/lib/domain/conversations/queries";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

const ITEMS = [
  { href: routes.doctor.home(), label: "Today", icon: <Home />, exact: true },
  { href: routes.doctor.calendar(), label: "Calendar", icon: <CalendarDays /> },
  { href: routes.doctor.patients(), label: "Patients", icon: <Users /> },
  { href: routes.doctor.hours(), label: "Hours", icon: <Clock /> },
  { href: routes.doctor.questionnaires(), label: "Questions", icon: <ClipboardList /> },
  { href: routes.doctor.conversations(), label: "Messages", icon: <MessageSquare /> },
  { href: routes.doctor.toCall(), label: "To call", icon: <Phone /> },
  { href: routes.doctor.places(), label: "Places", icon: <Building2 /> },
  { href: routes.doctor.notifications(), label: "Notifications", icon: <Bell /> },
  { href: routes.doctor.settings(), label: "Settings", icon: <Settings /> },
];

/** Not in the rail, but found by ⌘K. */
const PAGES = [
  { href: routes.doctor.templates(), label: "Templates for messages", keywords: ["phrases", "messages"] },
  { href: routes.doctor.access(), label: "Who read your notes", keywords: ["access log", "privacy"] },
  { href: routes.doctor.emergency(), label: "Open a record in an emergency", keywords: ["break the glass"] },
];

export default async function DoctorLayout({ children }: { children: ReactNode }) {
  const actor = await requirePageActor(routes.doctor.home());
  if (!actor.doctorId) notFound();
  const badges = new Map<string, number>([
    [routes.doctor.toCall(), await countToCall(actor, { doctorId: actor.doctorId })],
    [routes.doctor.conversations(), await countUnreadConversations(actor, "doctor")],
  ]);
  return (
    <PortalFrame
      portal="doctor"
      actor={actor}
      name="Doctor"
      items={ITEMS.map((item) => ({ ...item, badge: badges.get(item.href) }))}
      pages={PAGES}
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
