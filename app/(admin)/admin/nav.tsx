import {
  Activity,
  BookMarked,
  Building2,
  ChartLine,
  FileOutput,
  Inbox,
  LayoutDashboard,
  ListChecks,
  LockOpen,
  Mail,
  Megaphone,
  ScrollText,
  Send,
  Settings,
  Stethoscope,
  Users,
} from "lucide-react";
import type { NavItem } from "@/components/shell/nav";
import { routes } from "@/lib/site/routes";

export const ITEMS: NavItem[] = [
  { href: routes.admin.home(), label: "Overview", icon: <LayoutDashboard />, exact: true },
  { href: routes.admin.queue(), label: "Queue", icon: <ListChecks />, keywords: ["verify", "changes"] },
  { href: routes.admin.emergencies(), label: "Emergencies", icon: <LockOpen /> },
  { href: routes.admin.people(), label: "People", icon: <Users />, keywords: ["accounts", "sign in", "password"] },
  { href: routes.admin.hospitals(), label: "Hospitals", icon: <Building2 /> },
  { href: routes.admin.doctors(), label: "Doctors", icon: <Stethoscope /> },
  {
    href: routes.admin.announcements(),
    label: "Announcements",
    icon: <Megaphone />,
    keywords: ["notice", "maintenance"],
  },
  { href: routes.admin.audit(), label: "Audit", icon: <ScrollText /> },
  { href: routes.admin.numbers(), label: "Numbers", icon: <ChartLine />, keywords: ["statistics", "report"] },
  { href: routes.admin.codes(), label: "Codes", icon: <BookMarked /> },
  {
    href: routes.admin.exports(),
    label: "Imports and exports",
    icon: <FileOutput />,
    keywords: ["csv", "download"],
  },
  { href: routes.admin.system(), label: "System", icon: <Activity /> },
  { href: routes.admin.mail(), label: "Outbox", icon: <Mail /> },
  { href: routes.admin.sent(), label: "Sent messages", icon: <Send />, keywords: ["emails", "texts", "failed"] },
  { href: routes.admin.notifications(), label: "Notifications", icon: <Inbox /> },
  { href: routes.admin.settings(), label: "Settings", icon: <Settings /> },
];
