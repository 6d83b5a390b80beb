import type { Metadata } from "next";
import { ownVisit } from "@/app/(patient)/patient/visits/own-visit";
import { PortalConversation } from "@/app/portal-conversation";
import type { Search } from "@/app/search-params";
import { BUILT_IN_TEMPLATES } from "@/lib/domain/conversations/status";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Messages" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };

export default async function ConversationPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requirePageActor(routes.patient.conversation(id));
  const card = await ownVisit(actor, id);
  return (
    <PortalConversation
      actor={actor}
      card={card}
      search={await searchParams}
      title={card.doctor.name}
      templates={BUILT_IN_TEMPLATES.patient}
      back={{ href: routes.patient.visit(id), label: "Appointment" }}
      hrefFrom={(cursor) => routes.patient.conversation(id, { cursor })}
    />
  );
}
