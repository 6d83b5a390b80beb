import type { EncounterNote } from "@/lib/domain/records/schema";

const PARTS = ["reason", "subjective", "objective", "assessment", "plan"] as const satisfies (keyof EncounterNote)[];

type Props = { note: EncounterNote; labels: Record<(typeof PARTS)[number], string> };

/** The parts of a signed note under their reader's words for them; empty parts are left out. */
export function NoteParts({ note, labels }: Props) {
  return (
    <dl className="grid gap-5">
      {PARTS.filter((part) => note[part] !== "").map((part) => (
        <div key={part}>
          <dt className="mb-1 text-sm font-semibold">{labels[part]}</dt>
          <dd className="max-w-prose whitespace-pre-line">{note[part]}</dd>
        </div>
      ))}
    </dl>
  );
}
