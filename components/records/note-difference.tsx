"use client";
import { diffWordsWithSpace } from "diff";

type Props = { mine: string; theirs: string };

/** Two versions of a text side by side, with the words marked that only one of them has. */
export default function NoteDifference({ mine, theirs }: Props) {
  const pieces = diffWordsWithSpace(mine, theirs);
  return (
    <dl className="grid gap-3 sm:grid-cols-2">
      <Version label="Here" pieces={pieces.filter(({ added }) => !added)} />
      <Version label="In the other window" pieces={pieces.filter(({ removed }) => !removed)} />
    </dl>
  );
}

function Version({ label, pieces }: { label: string; pieces: ReturnType<typeof diffWordsWithSpace> }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-quiet">{label}</dt>
      <dd className="wrap-anywhere whitespace-pre-line">
        {pieces.length === 0 ? <span className="text-quiet">Empty</span> : null}
        {pieces.map(({ value, added, removed }, index) =>
          added || removed ? (
            <mark key={index} className="bg-surface text-ink underline decoration-wait decoration-2">
              {value}
            </mark>
          ) : (
            value
          ),
        )}
      </dd>
    </div>
  );
}
