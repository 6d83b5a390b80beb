import type { ReactNode } from "react";
import { PortalFrame } from "@/app/portal-frame";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { countDecisions } from "@/lib/domain/administration/load-overview";
import { outboxChannels } from "@/lib/domain/administration/queries";
import { routes } from "@/lib/site/routes";
import { ITEMS } from "./nav";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await requireAdmin(routes.admin.home());
  const { doctors, hospitals, changes, reviews } = await countDecisions(actor);
  const badges = new Map<string, number>([
    [routes.admin.queue(), doctors + hospitals + changes],
    [routes.admin.emergencies(), reviews],
  ]);
  const items = outboxChannels().length > 0 ? ITEMS : ITEMS.filter(({ href }) => href !== routes.admin.mail());
  return (
    <PortalFrame
      portal="admin"
      actor={actor}
      name="Administration"
      items={items.map((item) => ({ ...item, badge: badges.get(item.href) }))}
      channels={["private-admin"]}
    >
      {children}
    </PortalFrame>
  );
}
