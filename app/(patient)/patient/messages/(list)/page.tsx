import type { Metadata } from "next";
import { PortalInbox } from "@/app/portal-inbox";
import type { Search } from "@/app/search-params";
import { visiblePatientIds } from "@/lib/actor/actor";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Messages" };

export default async function MessagesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requirePageActor(routes.patient.conversations());
  const isForSeveral = visiblePatientIds(actor).length > 1;
  return (
    <PortalInbox
      actor={actor}
      inbox="patient"
      search={await searchParams}
      text="What you and your practices have written about appointments."
      empty="Open an appointment to write to the practice about it."
      toEntry={({ appointmentId, doctor, hospital, patient }) => ({
        href: routes.patient.conversation(appointmentId),
        title: doctor.name,
        detail: [hospital?.name, isForSeveral ? `for ${patient.name}` : null].filter(Boolean).join(" · "),
      })}
      hrefFrom={(cursor) => routes.patient.conversations({ cursor })}
    />
  );
}
