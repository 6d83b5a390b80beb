import type { Metadata } from "next";
import { PortalNotifications } from "@/app/portal-notifications";
import type { Search } from "@/app/search-params";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requirePageActor(routes.patient.notifications());
  return (
    <PortalNotifications
      actor={actor}
      portal="patient"
      search={await searchParams}
      empty={{
        title: "No notifications yet",
        text: "You'll see here when an appointment is confirmed, rescheduled or cancelled.",
      }}
    />
  );
}
