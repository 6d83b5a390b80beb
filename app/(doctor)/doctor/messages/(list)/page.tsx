import type { Metadata } from "next";
import { requireDoctor } from "@/app/(doctor)/doctor/require-doctor";
import { PortalInbox } from "@/app/portal-inbox";
import type { Search } from "@/app/search-params";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Messages" };

export default async function MessagesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireDoctor(routes.doctor.conversations());
  return (
    <PortalInbox
      actor={actor}
      inbox="doctor"
      search={await searchParams}
      text="About your appointments, unread ones first."
      empty="What patients write about an appointment appears here at once."
      actions={
        <Button asChild variant="secondary">
          <Link href={routes.doctor.templates()}>Templates</Link>
        </Button>
      }
      toEntry={({ appointmentId, patient, hospital }) => ({
        href: routes.doctor.conversation(appointmentId),
        title: patient.name,
        detail: hospital?.name ?? "",
      })}
      hrefFrom={(cursor) => routes.doctor.conversations({ cursor })}
    />
  );
}
