import type { Metadata } from "next";
import { requireDoctor } from "@/app/(doctor)/doctor/require-doctor";
import { ownVisit } from "@/app/(doctor)/doctor/visits/own-visit";
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
  const actor = await requireDoctor(routes.doctor.conversation(id));
  const card = await ownVisit(actor, id);
  const own = await listTemplates(actor, { doctorId: actor.doctorId, hospitalId: null });
  return (
    <PortalConversation
      actor={actor}
      card={card}
      search={await searchParams}
      title={card.patient.name}
      templates={[...own.map(({ text }) => text), ...BUILT_IN_TEMPLATES.practice]}
      back={{ href: routes.doctor.visit(id), label: "Visit" }}
      hrefFrom={(cursor) => routes.doctor.conversation(id, { cursor })}
    />
  );
}
