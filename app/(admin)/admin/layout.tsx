import { Activity, BookMarked, Inbox, ListChecks, LockOpen, Mail, ScrollText, Settings, Users } from "lucide-react";
import type { ReactNode } from "react";
import { PortalFrame } from "@/app/portal-frame";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { countWaiting } from "@/lib/domain/administration/list-queue";
import { hasOutbox } from "@/lib/domain/administration/queries";
import { countOpenReviews } from "@/lib/domain/emergency-access/queries";
import { routes } from "@/lib/site/routes";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await requireAdmin(routes.admin.home());
  const [waiting, reviews] = await Promise.all([countWaiting(actor), countOpenReviews(actor)]);
  const items = [
    {
      href: routes.admin.home(),
      label: "Queue",
      icon: <ListChecks />,
      exact: true,
      badge: waiting.doctor + waiting.hospital + waiting.change,
    },
    { href: routes.admin.emergencies(), label: "Emergencies", icon: <LockOpen />, badge: reviews },
    { href: routes.admin.people(), label: "People", icon: <Users /> },
    { href: routes.admin.audit(), label: "Audit", icon: <ScrollText /> },
    { href: routes.admin.codes(), label: "Codes", icon: <BookMarked /> },
    { href: routes.admin.system(), label: "System", icon: <Activity /> },
    ...(hasOutbox() ? [{ href: routes.admin.mail(), label: "Outbox", icon: <Mail /> }] : []),
    { href: routes.admin.notifications(), label: "Notifications", icon: <Inbox /> },
    { href: routes.admin.settings(), label: "Settings", icon: <Settings /> },
  ];
  return (
    <PortalFrame portal="admin" actor={actor} name="Administration" items={items} channels={["private-admin"]}>
      {children}
    </PortalFrame>
  );
}
