import type { ReactNode } from "react";
import { AnnouncementBar } from "@/components/announcements/announcement-bar";
import { Bell } from "@/components/notifications/bell";
import { SignedInAs } from "@/components/accounts/blocker-dialog";
import { SignOutItem } from "@/components/accounts/sign-out-item";
import { PortalPalette, type PalettePage } from "@/components/lookup/portal-palette";
import { ConnectionStatus } from "@/components/realtime/connection-status";
import { KeepDevice } from "@/components/push/keep-device";
import { LiveRefresh } from "@/components/realtime/live-refresh";
import { RealtimeProvider } from "@/components/realtime/realtime-provider";
import type { NavItem } from "@/components/shell/nav";
import { PortalShell } from "@/components/shell/portal-shell";
import { loadAccountHeader, type AccountHeader } from "@/lib/domain/accounts/queries";
import { listOwnAnnouncements } from "@/lib/domain/announcements/queries";
import type { AnnouncementAudience } from "@/lib/domain/announcements/status";
import type { Portal } from "@/lib/domain/notifications/format";
import { countUnread, listNotificationGroups } from "@/lib/domain/notifications/queries";
import type { Actor } from "@/lib/actor/actor";
import { config } from "@/lib/platform/config/config";
import { hasLiveUpdates } from "@/lib/platform/http/site-parts";
import { realtimeClientConfig } from "@/lib/platform/realtime/client-config";
import { pushPublicKey } from "@/lib/platform/push/vapid";
import { routes } from "@/lib/site/routes";
import { sessionMark } from "./session-mark";

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

/** Besides what is for everyone. */
const AUDIENCE = {
  patient: "PATIENTS",
  doctor: "DOCTORS",
  hospital: "HOSPITALS",
  admin: "EVERYONE",
} as const satisfies Record<Portal, AnnouncementAudience>;

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
  const { header, unread, latest, isLive, announcements, asOf } = await loadFrame(portal, actor);
  return (
    <RealtimeProvider config={realtimeClientConfig()}>
      <SignedIn actor={actor} email={header.email} />
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
            places={items.map(({ href, label, icon, keywords = [] }) => ({ href, label, icon, keywords }))}
            pages={pages}
            portals={header.portals}
          />
        }
        notice={notice?.(header)}
        banner={
          <>
            <ConnectionStatus isPaused={!isLive} />
            <AnnouncementBar announcements={announcements} asOf={asOf} />
          </>
        }
      >
        {children}
      </PortalShell>
    </RealtimeProvider>
  );
}

async function loadFrame(portal: Portal, actor: Actor) {
  const now = new Date();
  const [header, unread, latest, isLive, announcements] = await Promise.all([
    loadAccountHeader(actor),
    countUnread(actor),
    listNotificationGroups(actor, {}, { limit: 8 }),
    hasLiveUpdates(),
    listOwnAnnouncements(actor, AUDIENCE[portal], now),
  ]);
  return { header, unread, latest, isLive, announcements, asOf: now.toISOString() };
}

/** Whose page this is, for what the browser sends, shows and keeps. */
function SignedIn({ actor, email }: { actor: Actor; email: string }) {
  if (actor.userId === null) return null;
  return (
    <>
      <SignedInAs id={actor.userId} email={email} />
      <KeepDevice userId={actor.userId} session={sessionMark(actor)} build={config.build} publicKey={pushPublicKey()} />
    </>
  );
}
