import { Archive } from "lucide-react";
import { LocalTime } from "@/components/ui/local-time";

type Props = {
  /** When the latest archived month ended. */
  until: string | null;
  /** More entries follow on other pages. */
  hasMore: boolean;
  /** How to see what is in the archive. */
  children: string;
};

/** At the end of a list of entries: older ones are in the archive. */
export function ArchivedNote({ until, hasMore, children }: Props) {
  if (until === null || hasMore) return null;
  return (
    <p className="mt-6 flex gap-2 text-sm text-quiet">
      <Archive aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        Entries from before{" "}
        <LocalTime instant={until} style="dated" timeZone="UTC" otherTime={false} className="tabular" /> are kept in the
        archive. {children}
      </span>
    </p>
  );
}
