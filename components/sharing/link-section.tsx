import { QrCode } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import type { RecordLink } from "@/lib/domain/sharing/schema-links";
import { LinkList } from "./link-list";

type Props = {
  /** "your record", "the record of …". */
  whose: string;
  open: readonly RecordLink[];
  ended: readonly RecordLink[];
  canEnd: boolean;
};

/** The links of one record, those that hold first. */
export function LinkSection({ whose, open, ended, canEnd }: Props) {
  return (
    <div className="grid gap-4">
      {open.length > 0 ? (
        <LinkList label={`Links to ${whose}`} links={open} canEnd={canEnd} />
      ) : (
        <EmptyState
          level={3}
          icon={<QrCode />}
          title="No open links"
          text="A link or QR code opens chosen parts for a short time, for someone without an account."
        />
      )}
      {ended.length > 0 ? (
        <details className="text-sm">
          <summary className="touch-target w-fit cursor-pointer font-semibold text-accent">
            Links before ({ended.length})
          </summary>
          <div className="mt-3">
            <LinkList label={`Former links to ${whose}`} links={ended} canEnd={false} />
          </div>
        </details>
      ) : null}
    </div>
  );
}
