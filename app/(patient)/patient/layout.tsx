import type { ReactNode } from "react";
import { KeepVisit } from "@/components/offline/keep-visit";
import { PortalFrame } from "@/app/portal-frame";
import { countUnreadConversations } from "@/lib/domain/conversations/queries";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";
import { ITEMS, PAGES } from "./nav";
import { loadKeptVisit } from "./to-kept-visit";

export default async function PatientLayout({ children }: { children: ReactNode }) {
  const actor = await requirePageActor(routes.patient.home());
  const unread = await countUnreadConversations(actor, "patient");
  const items = ITEMS.map((item) => (item.href === routes.patient.conversations() ? { ...item, badge: unread } : item));
  return (
    <PortalFrame portal="patient" actor={actor} name="Patient" items={items} pages={PAGES}>
      <KeepVisit visit={await loadKeptVisit(actor, new Date())} />
      {children}
    </PortalFrame>
  );
}
