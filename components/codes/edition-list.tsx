import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { codesOf, editionName, EDITION_WORDS } from "@/lib/domain/codes/format";
import type { EditionOutput } from "@/lib/domain/codes/schema";
import { EditionSteps } from "./edition-steps";

/** The editions, newest first: which one doctors search in, progress, errors, and actions. */
export function EditionList({ items }: { items: EditionOutput[] }) {
  return (
    <ul aria-label="Editions" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {items.map((item) => (
        <li key={item.id}>
          <EditionEntry item={item} />
        </li>
      ))}
    </ul>
  );
}

function EditionEntry({ item }: { item: EditionOutput }) {
  const { status, codeCount, createdAt, isActive, isBuiltIn, fault, processedBytes, fileBytes } = item;
  const { label, tone } = EDITION_WORDS[status];
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0">
          <h3 className="text-base break-words">{editionName(item)}</h3>
          <p className="text-sm text-quiet tabular">
            {codesOf(codeCount)} · {isBuiltIn ? "comes with CareSync" : "uploaded"} <RelativeTime instant={createdAt} />
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          {isActive ? <StatusBadge tone="good" label="In use" /> : <StatusBadge tone={tone} label={label} />}
          {isBuiltIn ? <Badge>Selection</Badge> : null}
          <EditionSteps item={item} />
        </div>
      </div>
      {status === "LOADING" ? (
        <div className="mt-3">
          <ProgressBar label={`Loading ${editionName(item)}`} share={fileBytes > 0 ? processedBytes / fileBytes : 0} />
        </div>
      ) : null}
      {fault ? (
        <p className="mt-3 text-sm break-words text-stop">{fault} The edition in use hasn&apos;t changed.</p>
      ) : null}
    </Card>
  );
}
