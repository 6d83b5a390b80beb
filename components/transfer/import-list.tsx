import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { countOf, STATUS_WORDS } from "@/lib/domain/transfer/format";
import type { ImportOutput } from "@/lib/domain/transfer/schema";
import { isUnderWay } from "@/lib/domain/transfer/status";
import { ImportFaults } from "./import-faults";
import { ImportSteps } from "./import-steps";

/** A hospital's imports, newest first: progress, errors, and actions. */
export function ImportList({ items }: { items: ImportOutput[] }) {
  return (
    <ul aria-label="Imports" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {items.map((item) => (
        <li key={item.id}>
          <ImportEntry item={item} />
        </li>
      ))}
    </ul>
  );
}

function ImportEntry({ item }: { item: ImportOutput }) {
  const { label, tone } = STATUS_WORDS[item.status];
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0">
          <h3 className="text-base">{titleOf(item)}</h3>
          <p className="text-sm text-quiet">
            Uploaded <RelativeTime instant={item.createdAt} />
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <StatusBadge tone={tone} label={label} />
          <ImportSteps item={item} />
        </div>
      </div>
      {isUnderWay(item.status) ? <Progress item={item} /> : null}
      {item.status === "UNDONE" ? null : <ImportFaults faults={item.faults} count={item.faultCount} />}
    </Card>
  );
}

function titleOf({ kind, rowCount, status }: ImportOutput): string {
  if (status === "CHECKING") return "A new file";
  return countOf(kind, rowCount);
}

function Progress({ item: { status, processedCount, rowCount } }: { item: ImportOutput }) {
  const isCounted = status === "RUNNING" && rowCount > 0;
  return (
    <div className="mt-3">
      <ProgressBar
        label={status === "CHECKING" ? "Checking" : "Importing"}
        share={isCounted ? processedCount / rowCount : undefined}
      />
      {isCounted ? (
        <p className="mt-1.5 text-sm text-quiet tabular">
          {processedCount} of {rowCount} rows
        </p>
      ) : null}
    </div>
  );
}
