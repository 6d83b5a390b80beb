import type { Route } from "next";
import type { ReactNode } from "react";
import { z } from "zod";
import { Conversation } from "@/components/conversations/conversation";
import { LocalTime } from "@/components/ui/local-time";
import { PageHeader } from "@/components/ui/page-header";
import type { AppointmentCard } from "@/lib/domain/appointments/queries";
import { getConversation } from "@/lib/domain/conversations/queries";
import type { Actor } from "@/lib/actor/actor";
import { loadFrom, readSearch, type Search } from "./search-params";

const PAGE = 50;
const wanted = z.object({ cursor: z.string().max(1024).optional() });

type Props = {
  actor: Actor;
  card: AppointmentCard;
  search: Search;
  title: ReactNode;
  templates: readonly string[];
  back: { href: Route; label: string };
  hrefFrom: (cursor: string) => Route;
};

/** The messages about a visit, in any portal. */
export async function PortalConversation({ actor, card, search, title, templates, back, hrefFrom }: Props) {
  const { cursor } = readSearch(wanted, search).filter;
  const conversation = await loadFrom(cursor, (from) => getConversation(actor, card.id, { limit: PAGE, cursor: from }));
  const { schedule, hospital, doctor, service } = card;
  const timeZone = schedule?.timeZone ?? hospital?.timeZone ?? doctor.timeZone;
  return (
    <>
      <PageHeader
        back={back}
        eyebrow="Messages"
        title={title}
        text={
          <>
            {service ? `${service.name} · ` : null}
            <LocalTime
              instant={card.startsAt.toISOString()}
              timeZone={timeZone}
              readerFirst={card.mode === "VIDEO"}
              style="dated-time"
            />
          </>
        }
      />
      <Conversation
        conversation={conversation}
        templates={templates}
        earlier={conversation.nextCursor ? hrefFrom(conversation.nextCursor) : null}
        isLatest={conversation.items.length === 0 || conversation.items[0]?.number === conversation.latest}
      />
    </>
  );
}
