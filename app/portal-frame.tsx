import type { ReactNode } from "react";
import { Bell } from "@/components/notifications/bell";
import { SignedInAs } from "@/components/accounts/blocker-dialog";
import { SignOutItem } from "@/components/accounts/sign-out-item";
import { PortalPalette, type PalettePage } from "@/components/lookup/portal-palette";
import { ConnectionStatus } from "@/components/realtime/connection-status";
import { LiveRefresh } from "@/components/realtime/live-refresh";
import { RealtimeProvider } from "@/components/realtime/realtime-provider";
import type { NavItem } from "@/components/shell/nav";
import { PortalShell } from "@/components/shell/portal-shell";
import { loadAccountHeader, type AccountHeader } from "@/lib/domain/accounts/queries";
import type { Portal } from "@/lib/domain/notifications/format";
import { countUnread, listNotificationGroups } from "@/lib/domain/notifications/queries";
import type { Actor } from "@/lib/actor/actor";
import { hasLiveUpdates } from "@/lib/platform/http/site-parts";
import { realtimeClientConfig } from "@/lib/platform/realtime/client-config";
import { routes } from "@/lib/site/routes";

export type PortalFrameProps = {
  portal: Portal;
  actor: Actor;
  /** Beside the brand: "Patient", the hospital's name. */
  name: string;
  items: NavItem[];
  /** This portal's private channels besides the person's own. */
  channels?: string[];
  /** More pages for ⌘K than fit the rail. */
  pages?: PalettePage[];
  notice?: (header: AccountHeader) => ReactNode;
  children: ReactNode;
};

/**
 * The frame of all portals: shell, live connection, notifications, switcher. The four portals' layouts only name their
 * parts.
 */
export async function PortalFrame({
  portal,
  actor,
  name,
  items,
  channels = [],
  pages = [],
  notice,
  children,
}: PortalFrameProps) {
  const [header, unread, latest, isLive] = await Promise.all([
    loadAccountHeader(actor),
    countUnread(actor),
    listNotificationGroups(actor, {}, { limit: 8 }),
    hasLiveUpdates(),
  ]);
  return (
    <RealtimeProvider config={realtimeClientConfig()}>
      {actor.userId ? <SignedInAs id={actor.userId} email={header.email} /> : null}
      <LiveRefresh channels={[`private-user-${actor.userId ?? ""}`, ...channels]} />
      <PortalShell
        name={name}
        homeHref={routes[portal].home()}
        items={items}
        portals={header.portals}
        bell={<Bell groups={latest.items} unread={unread} portal={portal} />}
        account={{
          name: header.name,
          email: header.email,
          links: [{ href: routes[portal].settings(), label: "Settings" }],
          signOut: <SignOutItem />,
        }}
        palette={
          <PortalPalette
            portal={portal}
            places={items.map(({ href, label, icon }) => ({ href, label, icon }))}
            pages={pages}
            portals={header.portals}
          />
        }
        notice={notice?.(header)}
        banner={<ConnectionStatus isPaused={!isLive} />}
      >
        {children}
      </PortalShell>
    </RealtimeProvider>
  );
}
