import type { Metadata } from "next";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { PortalInbox } from "@/app/portal-inbox";
import type { Search } from "@/app/search-params";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Messages" };

export default async function MessagesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor } = await requireDesk(routes.hospital.conversations());
  return (
    <PortalInbox
      actor={actor}
      inbox="hospital"
      search={await searchParams}
      text="About appointments at your hospital, unread ones first. The doctors read them too."
      empty="What patients write about an appointment here appears at once."
      actions={
        <Button asChild variant="secondary">
          <Link href={routes.hospital.templates()}>Templates</Link>
        </Button>
      }
      toEntry={({ appointmentId, patient, doctor }) => ({
        href: routes.hospital.conversation(appointmentId),
        title: patient.name,
        detail: doctor.name,
      })}
      hrefFrom={(cursor) => routes.hospital.conversations({ cursor })}
    />
  );
}
