import type { ReactNode } from "react";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { StatusBadge } from "@/components/ui/status-badge";

type Props = {
  seal: { number: string; hash: string; sealedAt: string } | null;
  waiting: number;
  oldestSeconds: number;
  /** Below it: the check. */
  children?: ReactNode;
};

/** Entries are sealed within seconds; longer than this means that no worker seals. */
const LATE_SECONDS = 120;

/** Until when the audit trail is sealed, and the number and hash to note down outside of it. */
export function SealSummary({ seal, waiting, oldestSeconds, children }: Props) {
  const isLate = oldestSeconds > LATE_SECONDS;
  return (
    <Card as="section" aria-label="Seals" className="mb-6 grid gap-3">
      <p className="flex flex-wrap items-center gap-3">
        {isLate ? (
          <StatusBadge tone="stop" icon={ShieldAlert} label="Not being sealed" />
        ) : (
          <StatusBadge tone="good" icon={ShieldCheck} label="Sealed" />
        )}
        {seal ? (
          <span>
            The last seal is from <LocalTime instant={seal.sealedAt} style="dated-time" className="tabular" />.
          </span>
        ) : (
          <span>There is no seal yet.</span>
        )}
        <span className="text-quiet">
          {waiting === 0 ? "No entry is waiting." : `${waiting} waiting, the oldest for ${oldestSeconds} s.`}
        </span>
      </p>
      {isLate ? <p>Check that the worker is running: entries without a seal can be removed without a trace.</p> : null}
      {seal ? (
        <div>
          <p className="text-sm text-quiet">
            Note this down somewhere else now and then. With it, <code>npm run verify:audit -- --expect</code> also
            notices when the end of the trail is cut off.
          </p>
          <p className="mt-1 font-mono text-sm break-all select-all">
            {seal.number}:{seal.hash}
          </p>
        </div>
      ) : null}
      {children}
    </Card>
  );
}
