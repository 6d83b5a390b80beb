import type { ReactNode } from "react";
import { PortalFrame } from "@/app/portal-frame";
import { VerificationNotice } from "@/components/accounts/verification-notice";
import { ZoneNote } from "@/components/ui/zone-note";
import { InZone } from "@/components/ui/reader";
import { countToCall } from "@/lib/domain/contacts/queries";
import { countUnreadConversations } from "@/lib/domain/conversations/queries";
import { routes } from "@/lib/site/routes";
import { ITEMS, MANAGERS_ONLY, PAGES } from "./nav";
import { requireDesk } from "./require-desk";

export default async function HospitalLayout({ children }: { children: ReactNode }) {
  const { actor, hospital, isManager } = await requireDesk(routes.hospital.home());
  const badges = new Map<string, number>([
    [routes.hospital.toCall(), await countToCall(actor, { hospitalId: hospital.id })],
    [routes.hospital.conversations(), await countUnreadConversations(actor, "hospital")],
  ]);
  const items = isManager ? ITEMS : ITEMS.filter(({ href }) => !MANAGERS_ONLY.includes(href));
  return (
    <PortalFrame
      portal="hospital"
      actor={actor}
      name="Hospital"
      items={items.map((item) => ({ ...item, badge: badges.get(item.href) }))}
      pages={PAGES}
      channels={[`private-hospital-${hospital.id}`]}
      notice={({ hospital: own }) =>
        own && own.verification !== "VERIFIED" ? (
          <VerificationNotice state={own.verification} reason={own.verificationReason} what="hospital" />
        ) : null
      }
    >
      <InZone timeZone={hospital.timeZone}>
        <ZoneNote timeZone={hospital.timeZone} asOf={new Date().toISOString()} />
        {children}
      </InZone>
    </PortalFrame>
  );
}
