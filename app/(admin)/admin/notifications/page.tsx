import type { Metadata } from "next";
import { PortalNotifications } from "@/app/portal-notifications";
import type { Search } from "@/app/search-params";
import { routes } from "@/lib/site/routes";
import { requireAdmin } from "../require-admin";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireAdmin(routes.admin.notifications());
  return (
    <PortalNotifications
      actor={actor}
      portal="admin"
      search={await searchParams}
      empty={{ title: "No notifications yet", text: "Doctors and hospitals awaiting verification are in the queue." }}
    />
  );
}
