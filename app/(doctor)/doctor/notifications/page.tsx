import type { Metadata } from "next";
import { PortalNotifications } from "@/app/portal-notifications";
import type { Search } from "@/app/search-params";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../require-doctor";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireDoctor(routes.doctor.notifications());
  return (
    <PortalNotifications
      actor={actor}
      portal="doctor"
      search={await searchParams}
      empty={{
        title: "No notifications yet",
        text: "You'll see here when an appointment is booked, rescheduled or cancelled.",
      }}
    />
  );
}
