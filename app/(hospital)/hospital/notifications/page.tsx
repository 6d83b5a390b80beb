import type { Metadata } from "next";
import { PortalNotifications } from "@/app/portal-notifications";
import type { Search } from "@/app/search-params";
import { routes } from "@/lib/site/routes";
import { requireDesk } from "../require-desk";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor } = await requireDesk(routes.hospital.notifications());
  return (
    <PortalNotifications
      actor={actor}
      portal="hospital"
      search={await searchParams}
      empty={{
        title: "No notifications yet",
        text: "Decisions about the hospital appear here. Changes to appointments appear live in the lists.",
      }}
    />
  );
}
