import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { countOf, KIND_WORDS, STATUS_WORDS } from "@/lib/domain/transfer/format";
import type { ImportProgress } from "@/lib/domain/transfer/schema";

/** All hospitals' imports for administrators: how far each has got, nothing of what is in them. */
export function ImportProgressList({ items }: { items: ImportProgress[] }) {
  return (
    <ul aria-label="Imports" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {items.map(({ id, kind, status, hospital, rowCount, processedCount, createdAt }) => (
        <li key={id}>
          <Card>
            <div className="flex flex-wrap items-center justify-between gap-3">
              <div className="min-w-0">
                <h3 className="text-base wrap-anywhere">
                  {rowCount > 0 ? countOf(kind, rowCount) : capitalised(KIND_WORDS[kind].many)} of {hospital.name}
                </h3>
                <p className="text-sm text-quiet">
                  Uploaded <RelativeTime instant={createdAt} />
                </p>
              </div>
              <StatusBadge {...STATUS_WORDS[status]} />
            </div>
            {status === "RUNNING" ? (
              <div className="mt-3">
                <ProgressBar label="Importing" share={rowCount > 0 ? processedCount / rowCount : undefined} />
              </div>
            ) : null}
          </Card>
        </li>
      ))}
    </ul>
  );
}

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
