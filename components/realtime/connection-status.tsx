"use client";
import { CloudOff } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useOnline } from "@/components/shell/offline-banner";
import { formatInstant } from "@/components/ui/format-instant";
import { useReader } from "@/components/ui/reader";
import { PollRefresh } from "./poll-refresh";
import { useConnectionState } from "./use-connection-state";

/** A tunnel or a restart is over sooner; a message would only disturb. */
const TIMEOUT_MS = 3_000;
/** The server itself asks its parts every five seconds. */
const ASK_AGAIN_MS = 8_000;

/**
 * Says, while the page does not update itself, why and until when it was current. `isPaused`: the server knew, while
 * rendering, that no events would arrive. The region is always rendered, so that it is announced.
 */
export function ConnectionStatus({ isPaused = false }: { isPaused?: boolean }) {
  const { status, heardAt } = useConnectionState();
  const isAway = status === "connecting" || status === "disconnected";
  return <div role="status">{isAway ? <AwayNotice heardAt={heardAt} /> : isPaused ? <KnownPause /> : null}</div>;
}

/** The server knew. No event will say that it is over, so the page asks, and is as current as it can be meanwhile. */
function KnownPause() {
  return (
    <>
      <PausedNotice />
      <PollRefresh connectedMs={ASK_AGAIN_MS} />
    </>
  );
}

function AwayNotice({ heardAt }: { heardAt: number }) {
  const reader = useReader();
  const isOnline = useOnline();
  const [isPatient, setPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), TIMEOUT_MS);
    return () => clearTimeout(timer);
  }, []);
  if (isPatient) return null;
  const time = formatInstant(new Date(heardAt).toISOString(), "time", reader);
  if (isOnline) return <PausedNotice since={time} />;
  return (
    <Notice>
      You&apos;re offline. This page shows information from <time className="font-medium tabular">{time}</time> and will
      refresh when you&apos;re back online.
    </Notice>
  );
}

/** The network is up, the live connection is not: a part of the site is restarting, or the connection is blocked. */
function PausedNotice({ since }: { since?: string }) {
  return (
    <Notice>
      Live updates are paused
      {since ? (
        <>
          {" "}
          since <time className="font-medium tabular">{since}</time>
        </>
      ) : null}{" "}
      – reload to see changes.
    </Notice>
  );
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-center justify-center gap-2 border-b border-line bg-wait-soft px-4 py-2 text-sm text-wait">
      <CloudOff aria-hidden className="size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
