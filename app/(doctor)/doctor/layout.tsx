import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { PortalFrame } from "@/app/portal-frame";
import { VerificationNotice } from "@/components/accounts/verification-notice";
import { countToCall } from "@/lib/domain/contacts/queries";
import { countUnreadConversations } from "@/lib/domain/conversations/queries";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";
import { ITEMS, PAGES } from "./nav";

export default async function DoctorLayout({ children }: { children: ReactNode }) {
  const actor = await requirePageActor(routes.doctor.home());
  if (!actor.doctorId) notFound();
  const badges = new Map<string, number>([
    [routes.doctor.toCall(), await countToCall(actor, { doctorId: actor.doctorId })],
    [routes.doctor.conversations(), await countUnreadConversations(actor, "doctor")],
  ]);
  return (
    <PortalFrame
      portal="doctor"
      actor={actor}
      name="Doctor"
      items={ITEMS.map((item) => ({ ...item, badge: badges.get(item.href) }))}
      pages={PAGES}
      channels={[`private-doctor-${actor.doctorId}`]}
      notice={({ doctor }) =>
        doctor && doctor.verification !== "VERIFIED" ? (
          <VerificationNotice state={doctor.verification} reason={doctor.verificationReason} what="profile" />
        ) : null
      }
    >
      {children}
    </PortalFrame>
  );
}
