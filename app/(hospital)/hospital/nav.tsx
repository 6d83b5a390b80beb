import {
  Ambulance,
  Armchair,
  BedDouble,
  Bell,
  CalendarDays,
  CalendarOff,
  ChartLine,
  ClipboardList,
  ClipboardPen,
  ContactRound,
  CopyCheck,
  FileSpreadsheet,
  Home,
  MessageSquare,
  Network,
  Phone,
  Send,
  Settings,
  Stethoscope,
  Users,
} from "lucide-react";
import type { PalettePage } from "@/components/lookup/portal-palette";
import { pagesOf, type NavItem } from "@/components/shell/nav";
import { routes } from "@/lib/site/routes";

export const ITEMS: NavItem[] = [
  { href: routes.hospital.home(), label: "Now", icon: <Home />, exact: true },
  {
    href: routes.hospital.appointments(),
    label: "Appointments",
    icon: <CalendarDays />,
    also: pagesOf(routes.hospital.waitlist, routes.hospital.shifted),
  },
  { href: routes.hospital.beds(), label: "Beds", icon: <BedDouble /> },
  { href: routes.hospital.ambulances(), label: "Ambulances", icon: <Ambulance /> },
  { href: routes.hospital.conversations(), label: "Messages", icon: <MessageSquare /> },
  { href: routes.hospital.toCall(), label: "To call", icon: <Phone /> },
  { href: routes.hospital.waitingRoom(), label: "Waiting room", icon: <Armchair /> },
  {
    href: routes.hospital.patients(),
    label: "Patients",
    icon: <ContactRound />,
    keywords: ["records", "record number", "registered"],
  },
  { href: routes.hospital.duplicates(), label: "Duplicates", icon: <CopyCheck /> },
  { href: routes.hospital.doctors(), label: "Doctors", icon: <Stethoscope /> },
  {
    href: routes.hospital.absences(),
    label: "Absences",
    icon: <CalendarOff />,
    also: pagesOf(routes.hospital.holidays),
  },
  { href: routes.hospital.numbers(), label: "Numbers", icon: <ChartLine />, keywords: ["statistics", "report"] },
  { href: routes.hospital.departments(), label: "Departments", icon: <Network /> },
  { href: routes.hospital.questionnaires(), label: "Questions", icon: <ClipboardPen /> },
  { href: routes.hospital.staff(), label: "Staff", icon: <Users /> },
  { href: routes.hospital.operations(), label: "Operations", icon: <ClipboardList /> },
  {
    href: routes.hospital.import(),
    label: "Import and export",
    icon: <FileSpreadsheet />,
    also: pagesOf(routes.hospital.exports),
    keywords: ["csv", "download", "spreadsheet"],
  },
  { href: routes.hospital.sent(), label: "Sent messages", icon: <Send />, keywords: ["emails", "texts", "failed"] },
  { href: routes.hospital.notifications(), label: "Notifications", icon: <Bell /> },
  { href: routes.hospital.settings(), label: "Settings", icon: <Settings /> },
];

/** Not in the rail, but found by ⌘K. */
export const PAGES: PalettePage[] = [
  { href: routes.hospital.holidays(), label: "Public holidays", keywords: ["closed", "bank holidays"] },
  { href: routes.hospital.templates(), label: "Templates for messages", keywords: ["phrases", "messages"] },
  { href: routes.hospital.newAppointment(), label: "Book for a patient", keywords: ["new appointment", "visit"] },
  { href: routes.hospital.registerPatient(), label: "Register a patient", keywords: ["new patient", "add"] },
  { href: routes.hospital.waitlist(), label: "Waitlist", keywords: ["waiting", "earlier time"] },
  { href: routes.hospital.walkIn(), label: "Walk-in", keywords: ["check in now"] },
  { href: routes.hospital.stays(), label: "All stays", keywords: ["admissions", "discharges", "patients"] },
  { href: routes.hospital.wards(), label: "Wards and beds", keywords: ["add beds", "rename"] },
];

/** Hidden from coordinators. */
export const MANAGERS_ONLY = [routes.hospital.staff(), routes.hospital.operations(), routes.hospital.import()];
