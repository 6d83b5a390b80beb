import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { LocalTime } from "@/components/ui/local-time";
import { authorText } from "@/lib/domain/background/format";
import type { Author } from "@/lib/domain/background/schema";

type Version = { version: number; text: string; changedBy: Author; changedAt: string };

type Props = {
  name: string;
  mark?: ReactNode;
  /** What else is known of it. */
  text: string;
  recordedBy: Author;
  recordedAt: string;
  /** What it was before, newest first. */
  earlier: Version[];
  onChange?: (() => void) | undefined;
};

/** One allergy or condition, with who recorded it and what the entry was before. */
export function EntryItem({ name, mark, text, recordedBy, recordedAt, earlier, onChange }: Props) {
  return (
    <li className="flex items-start gap-2 py-2.5 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold wrap-anywhere">{name}</span>
          {mark}
        </p>
        {text ? <p className="text-sm wrap-anywhere">{text}</p> : null}
        <p className="text-sm text-quiet">
          Recorded by {authorText(recordedBy)}, <LocalTime instant={recordedAt} style="dated" />
        </p>
        {earlier.length > 0 ? <Earlier versions={earlier} /> : null}
      </div>
      {onChange ? (
        <IconButton label={`Change ${name}`} onClick={onChange}>
          <Pencil />
        </IconButton>
      ) : null}
    </li>
  );
}

function Earlier({ versions }: { versions: Version[] }) {
  return (
    <details className="mt-1 text-sm">
      <summary className="touch-target w-fit cursor-pointer rounded-md font-medium text-accent">
        Earlier entries
      </summary>
      <ul className="mt-1 grid gap-1 border-l border-line pl-3">
        {versions.map(({ version, text, changedBy, changedAt }) => (
          <li key={version} className="wrap-anywhere">
            {text}
            <span className="block text-quiet">
              By {authorText(changedBy)}, <LocalTime instant={changedAt} style="dated-time" />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
