import { BedDouble, Bell, CalendarDays, FileText, Home, MessageSquare, Search, Users } from "lucide-react";
import type { ReactNode } from "react";
import { PortalFrame } from "@/app/portal-frame";
import { countUnreadConversations } from "@/lib/domain/conversations/queries";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

const ITEMS = [
  { href: routes.patient.home(), label: "Today", icon: <Home />, exact: true },
  { href: routes.patient.visits(), label: "Appointments", icon: <CalendarDays /> },
  { href: routes.doctors.list(), label: "Find a doctor", icon: <Search /> },
  { href: routes.patient.records(), label: "Records", icon: <FileText /> },
  { href: routes.patient.conversations(), label: "Messages", icon: <MessageSquare /> },
  { href: routes.patient.stays(), label: "Stays", icon: <BedDouble /> },
  { href: routes.patient.family(), label: "Family", icon: <Users /> },
  { href: routes.patient.notifications(), label: "Notifications", icon: <Bell /> },
];

/** Not in the rail, but found by ⌘K. */
const PAGES = [
  { href: routes.patient.notes(), label: "Notes", keywords: ["records", "doctor's notes"] },
  {
    href: routes.patient.measurements(),
    label: "Measurements",
    keywords: ["blood pressure", "weight", "temperature", "pulse"],
  },
  { href: routes.patient.medicines(), label: "Medicines", keywords: ["prescriptions", "drugs", "tablets"] },
  { href: routes.patient.background(), label: "Allergies and conditions", keywords: ["no known allergies", "health"] },
  { href: routes.patient.recordAccess(), label: "Who opened your records", keywords: ["access log", "privacy"] },
  { href: routes.patient.download(), label: "Download everything", keywords: ["export", "json", "data", "copy"] },
  { href: routes.patient.requestStay(), label: "Request a bed", keywords: ["hospital stay"] },
  { href: routes.hospitals.list(), label: "Hospitals", keywords: ["beds", "clinics"] },
  { href: routes.services.list(), label: "Services" },
];

export default async function PatientLayout({ children }: { children: ReactNode }) {
  const actor = await requirePageActor(routes.patient.home());
  const unread = await countUnreadConversations(actor, "patient");
  const items = ITEMS.map((item) => (item.href === routes.patient.conversations() ? { ...item, badge: unread } : item));
  return (
    <PortalFrame portal="patient" actor={actor} name="Patient" items={items} pages={PAGES}>
      {children}
    </PortalFrame>
  );
}
