import {
  Ambulance,
  BedDouble,
  Bell,
  CalendarDays,
  ChartLine,
  ClipboardList,
  ClipboardPen,
  CopyCheck,
  FileSpreadsheet,
  Home,
  MessageSquare,
  Network,
  Phone,
  Settings,
  Stethoscope,
  Users,
} from "lucide-react";
import type { ReactNode } from "react";
import { PortalFrame } from "@/app/portal-frame";
import { VerificationNotice } from "@/components/accounts/verification-notice";
import { ZoneNote } from "@/components/ui/zone-note";
import { InZone } from "@/components/ui/reader";
import { countToCall } from "@/lib/domain/contacts/queries";
import { countUnreadConversations } from "@/lib/domain/conversations/queries";
import { routes } from "@/lib/site/routes";
import { requireDesk } from "./require-desk";

const ITEMS = [
  { href: routes.hospital.home(), label: "Now", icon: <Home />, exact: true },
  { href: routes.hospital.appointments(), label: "Appointments", icon: <CalendarDays /> },
  { href: routes.hospital.beds(), label: "Beds", icon: <BedDouble /> },
  { href: routes.hospital.ambulances(), label: "Ambulances", icon: <Ambulance /> },
  { href: routes.hospital.conversations(), label: "Messages", icon: <MessageSquare /> },
  { href: routes.hospital.toCall(), label: "To call", icon: <Phone /> },
  { href: routes.hospital.duplicates(), label: "Duplicates", icon: <CopyCheck /> },
  { href: routes.hospital.doctors(), label: "Doctors", icon: <Stethoscope /> },
  { href: routes.hospital.numbers(), label: "Numbers", icon: <ChartLine /> },
  { href: routes.hospital.departments(), label: "Departments", icon: <Network /> },
  { href: routes.hospital.questionnaires(), label: "Questions", icon: <ClipboardPen /> },
  { href: routes.hospital.staff(), label: "Staff", icon: <Users /> },
  { href: routes.hospital.operations(), label: "Operations", icon: <ClipboardList /> },
  { href: routes.hospital.import(), label: "Import", icon: <FileSpreadsheet /> },
  { href: routes.hospital.notifications(), label: "Notifications", icon: <Bell /> },
  { href: routes.hospital.settings(), label: "Settings", icon: <Settings /> },
];

/** Not in the rail, but found by ⌘K. */
const PAGES = [
  { href: routes.hospital.templates(), label: "Templates for messages", keywords: ["phrases", "messages"] },
  { href: routes.hospital.newAppointment(), label: "Book for a patient", keywords: ["new appointment", "visit"] },
  { href: routes.hospital.walkIn(), label: "Walk-in", keywords: ["check in now"] },
  { href: routes.hospital.stays(), label: "All stays", keywords: ["admissions", "discharges", "patients"] },
  { href: routes.hospital.wards(), label: "Wards and beds", keywords: ["add beds", "rename"] },
];

/** Hidden from coordinators. */
const MANAGERS_ONLY = [routes.hospital.staff(), routes.hospital.operations(), routes.hospital.import()];

export default async function HospitalLayout({ children }: { children: ReactNode }) {
  const { actor, hospital, isManager } = await requireDesk(routes.hospital.home());
  const badges = new Map<string, number>([
    [routes.hospital.toCall(), await countToCall(actor, { hospitalId: hospital.id })],
    [routes.hospital.conversations(), await countUnreadConversations(actor, "hospital")],
  ]);
  const items = isManager ? ITEMS : ITEMS.filter(({ href }) => !MANAGERS_ONLY.includes(href));
  return (
    <PortalFrame
      portal="hospital"
      actor={actor}
      name="Hospital"
      items={items.map((item) => ({ ...item, badge: badges.get(item.href) }))}
      pages={PAGES}
      channels={[`private-hospital-${hospital.id}`]}
      notice={({ hospital: own }) =>
        own && own.verification !== "VERIFIED" ? (
          <VerificationNotice state={own.verification} reason={own.verificationReason} what="hospital" />
        ) : null
      }
    >
      <InZone timeZone={hospital.timeZone}>
        <ZoneNote timeZone={hospital.timeZone} asOf={new Date().toISOString()} />
        {children}
      </InZone>
    </PortalFrame>
  );
}
