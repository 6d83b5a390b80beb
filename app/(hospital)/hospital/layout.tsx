import {
  Ambulance,
  BedDouble,
  Bell,
  CalendarDays,
  ChartLine,
  FileSpreadsheet,
  Home,
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
import { requireDesk } from "./require-desk";

const ITEMS = [
  { href: "/hospital", label: "Now", icon: <Home />, exact: true },
  { href: "/hospital/appointments", label: "Appointments", icon: <CalendarDays /> },
  { href: "/hospital/beds", label: "Beds", icon: <BedDouble /> },
  { href: "/hospital/ambulances", label: "Ambulances", icon: <Ambulance /> },
  { href: "/hospital/to-call", label: "To call", icon: <Phone /> },
  { href: "/hospital/doctors", label: "Doctors", icon: <Stethoscope /> },
  { href: "/hospital/numbers", label: "Numbers", icon: <ChartLine /> },
  { href: "/hospital/departments", label: "Departments", icon: <Network /> },
  { href: "/hospital/staff", label: "Staff", icon: <Users /> },
  { href: "/hospital/import", label: "Import", icon: <FileSpreadsheet /> },
  { href: "/hospital/notifications", label: "Notifications", icon: <Bell /> },
  { href: "/hospital/settings", label: "Settings", icon: <Settings /> },
];

/** Not in the rail, but found by ⌘K. */
const PAGES = [
  { href: "/hospital/appointments/new", label: "Book for a patient", keywords: ["new appointment", "visit"] },
  { href: "/hospital/appointments/walk-in", label: "Walk-in", keywords: ["check in now"] },
  { href: "/hospital/beds/stays", label: "All stays", keywords: ["admissions", "discharges", "patients"] },
  { href: "/hospital/beds/wards", label: "Wards and beds", keywords: ["add beds", "rename"] },
];

/** Hidden from coordinators. */
const MANAGERS_ONLY = ["/hospital/staff", "/hospital/import"];

export default async function HospitalLayout({ children }: { children: ReactNode }) {
  const { actor, hospital, isManager } = await requireDesk("/hospital");
  const toCall = await countToCall(actor, { hospitalId: hospital.id });
  const items = isManager ? ITEMS : ITEMS.filter(({ href }) => !MANAGERS_ONLY.includes(href));
  return (
    <PortalFrame
      portal="hospital"
      actor={actor}
      name="Hospital"
      items={items.map((item) => (item.href === "/hospital/to-call" ? { ...item, badge: toCall } : item))}
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
