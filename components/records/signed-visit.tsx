import { LockKeyhole } from "lucide-react";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import type { EncounterNote } from "@/lib/domain/records/schema";

const PARTS: [keyof EncounterNote, string][] = [
  ["reason", "Reason"],
  ["subjective", "Subjective"],
  ["objective", "Objective"],
  ["assessment", "Assessment"],
  ["plan", "Plan"],
];

/** A signed note in the doctor's own terms; empty parts are left out. */
export function SignedVisit({ note, signedAt }: { note: EncounterNote; signedAt: string }) {
  return (
    <Card className="grid gap-5">
      <dl className="grid gap-5">
        {PARTS.filter(([part]) => note[part] !== "").map(([part, label]) => (
          <div key={part}>
            <dt className="mb-1 text-sm font-semibold">{label}</dt>
            <dd className="max-w-prose whitespace-pre-line">{note[part]}</dd>
          </div>
        ))}
      </dl>
      <p className="flex items-center gap-2 text-sm text-quiet">
        <LockKeyhole aria-hidden className="size-4 shrink-0" />
        <span>
          Signed <LocalTime instant={signedAt} />. It can&apos;t be changed. The patient can read it.
        </span>
      </p>
    </Card>
  );
}
