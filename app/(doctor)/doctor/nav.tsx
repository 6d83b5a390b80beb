import {
  Armchair,
  Bell,
  Building2,
  CalendarDays,
  CalendarOff,
  ChartLine,
  ClipboardList,
  Clock,
  Home,
  MessageSquare,
  Phone,
  Settings,
  Users,
} from "lucide-react";
import type { PalettePage } from "@/components/lookup/portal-palette";
import { pagesOf, type NavItem } from "@/components/shell/nav";
import { routes } from "@/lib/site/routes";

export const ITEMS: NavItem[] = [
  {
    href: routes.doctor.home(),
    label: "Today",
    icon: <Home />,
    exact: true,
    also: pagesOf(routes.doctor.visit, routes.doctor.shifted),
  },
  {
    href: routes.doctor.calendar(),
    label: "Calendar",
    icon: <CalendarDays />,
    also: pagesOf(routes.doctor.waitlist),
  },
  {
    href: routes.doctor.patients(),
    label: "Patients",
    icon: <Users />,
    also: pagesOf(
      routes.doctor.note,
      routes.doctor.prescription,
      routes.doctor.summary,
      routes.doctor.access,
      routes.doctor.recalls,
    ),
  },
  { href: routes.doctor.hours(), label: "Hours", icon: <Clock /> },
  {
    href: routes.doctor.absences(),
    label: "Absences",
    icon: <CalendarOff />,
    keywords: ["away", "sick", "holiday", "leave"],
  },
  { href: routes.doctor.questionnaires(), label: "Questions", icon: <ClipboardList /> },
  { href: routes.doctor.conversations(), label: "Messages", icon: <MessageSquare /> },
  { href: routes.doctor.toCall(), label: "To call", icon: <Phone /> },
  { href: routes.doctor.waitingRoom(), label: "Waiting room", icon: <Armchair /> },
  { href: routes.doctor.numbers(), label: "Numbers", icon: <ChartLine />, keywords: ["statistics", "report"] },
  { href: routes.doctor.places(), label: "Places", icon: <Building2 /> },
  { href: routes.doctor.notifications(), label: "Notifications", icon: <Bell /> },
  { href: routes.doctor.settings(), label: "Settings", icon: <Settings /> },
];

/** Not in the rail, but found by ⌘K. */
export const PAGES: PalettePage[] = [
  { href: routes.doctor.templates(), label: "Templates for messages", keywords: ["phrases", "messages"] },
  { href: routes.doctor.waitlist(), label: "Waitlist", keywords: ["waiting", "earlier time"] },
  { href: routes.doctor.recalls(), label: "Recalls", keywords: ["check-up", "come again", "overdue", "due"] },
  { href: routes.doctor.access(), label: "Who read your notes", keywords: ["access log", "privacy"] },
  { href: routes.doctor.emergency(), label: "Open a record in an emergency", keywords: ["break the glass"] },
];
