import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { countOf, FAULT_WORDS, FORMAT_WORDS, KIND_WORDS, sizeOf, STATUS_WORDS } from "@/lib/domain/data-exports/format";
import type { DataExportOutput } from "@/lib/domain/data-exports/schema";
import { isUnderWay } from "@/lib/domain/data-exports/status";
import { ExportSteps } from "./export-steps";

/** Exports, newest first: progress, who asked for each, and for them what can be done. `namesHospital`: where they are of several. */
export function ExportList({ items, namesHospital = false }: { items: DataExportOutput[]; namesHospital?: boolean }) {
  return (
    <ul aria-label="Exports" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {items.map((item) => (
        <li key={item.id}>
          <Card>
            <div className="flex flex-wrap items-center justify-between gap-3">
              <Facts item={item} namesHospital={namesHospital} />
              <div className="flex flex-wrap items-center gap-3">
                <StatusBadge {...STATUS_WORDS[item.status]} />
                {item.isOwn ? <ExportSteps item={item} /> : null}
              </div>
            </div>
            {isUnderWay(item.status) ? <Written item={item} /> : null}
            {item.fault ? <p className="mt-2 text-sm text-stop">{FAULT_WORDS[item.fault]}</p> : null}
          </Card>
        </li>
      ))}
    </ul>
  );
}

function Facts({ item, namesHospital }: { item: DataExportOutput; namesHospital: boolean }) {
  const { kind, status, format, rowCount, byteCount, hospital, requestedBy, isOwn, createdAt, expiresAt } = item;
  const isThere = status === "READY" || status === "EXPIRED";
  return (
    <div className="min-w-0">
      <h3 className="text-base wrap-anywhere">
        {isThere ? countOf(kind, rowCount) : KIND_WORDS[kind].label}
        {namesHospital ? (hospital ? ` of ${hospital.name}` : " of the platform") : ""}
      </h3>
      <p className="text-sm text-quiet">
        {FORMAT_WORDS[format]}
        {isThere ? `, ${sizeOf(byteCount)}` : ""}, asked for by {isOwn ? "you" : <bdi>{requestedBy}</bdi>}{" "}
        <RelativeTime instant={createdAt} />
        {status === "READY" && expiresAt ? (
          <>
            . Expires <RelativeTime instant={expiresAt} />
          </>
        ) : null}
      </p>
    </div>
  );
}

function Written({ item: { rowCount, expectedCount } }: { item: DataExportOutput }) {
  const isCounted = expectedCount !== null && expectedCount > 0;
  return (
    <div className="mt-3">
      <ProgressBar label="Writing" share={isCounted ? Math.min(1, rowCount / expectedCount) : undefined} />
      <p className="mt-1.5 text-sm text-quiet tabular">
        {isCounted ? `${rowCount.toLocaleString("en")} of ${expectedCount.toLocaleString("en")} rows` : "Counting rows"}
      </p>
    </div>
  );
}
