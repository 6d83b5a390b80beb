"use client";
import { CloudOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useReader } from "@/components/ui/reader";
import { useConnectionState } from "./use-connection-state";

/** A tunnel or a restart is over sooner; saying it would only disturb. */
const PATIENCE_MS = 3_000;

/** Says, while the connection is away, until when the page was true. The region is always there, to be announced. */
export function ConnectionStatus() {
  const { status, heardAt } = useConnectionState();
  const isAway = status === "connecting" || status === "disconnected";
  return <div role="status">{isAway ? <AwayNotice heardAt={heardAt} /> : null}</div>;
}

function AwayNotice({ heardAt }: { heardAt: number }) {
  const { locale, timeZone } = useReader();
  const [isPatient, setPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (isPatient) return null;
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone }).format(heardAt);
  return (
    <p className="flex items-center justify-center gap-2 border-b border-line bg-wait-soft px-4 py-2 text-sm text-wait">
      <CloudOff aria-hidden className="size-4 shrink-0" />
      <span>
        You are offline – showing what was true at <time className="tabular font-medium">{time}</time>. We will refresh
        when the connection is back.
      </span>
    </p>
  );
}
