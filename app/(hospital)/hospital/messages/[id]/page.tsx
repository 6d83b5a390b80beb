import type { Metadata } from "next";
import { deskAppointment } from "@/app/(hospital)/hospital/appointments/[id]/desk-appointment";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { PortalConversation } from "@/app/portal-conversation";
import type { Search } from "@/app/search-params";
import { listTemplates } from "@/lib/domain/conversations/queries";
import { BUILT_IN_TEMPLATES } from "@/lib/domain/conversations/status";
import { routes } from "@/lib/site/routes";

// No name in the title, because titles end up in the browser's history.
export const metadata: Metadata = { title: "Messages" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };

export default async function ConversationPage({ params, searchParams }: Props) {
  const { id } = await params;
  await requireDesk(routes.hospital.conversation(id));
  const { actor, hospital, card } = await deskAppointment(id);
  const own = await listTemplates(actor, { doctorId: null, hospitalId: hospital.id });
  return (
    <PortalConversation
      actor={actor}
      card={card}
      search={await searchParams}
      title={card.patient.name}
      templates={[...own.map(({ text }) => text), ...BUILT_IN_TEMPLATES.practice]}
      back={{ href: routes.hospital.appointment(id), label: "Appointment" }}
      hrefFrom={(cursor) => routes.hospital.conversation(id, { cursor })}
    />
  );
}
