import { LocalTime } from "@/components/ui/local-time";
import type { EncounterNote } from "@/lib/domain/records/schema";

const PARTS: [keyof EncounterNote, string][] = [
  ["reason", "Why you came"],
  ["subjective", "What you told us"],
  ["objective", "What was found"],
  ["assessment", "Assessment"],
  ["plan", "What happens next"],
];

/** A visit's signed note, in the patient's words for its parts. Empty parts are left out. */
export function SignedNote({
  note,
  signedAt,
  doctorName,
}: {
  note: EncounterNote;
  signedAt: string;
  doctorName: string;
}) {
  return (
    <div className="grid gap-5">
      <dl className="grid gap-5">
        {PARTS.filter(([part]) => note[part] !== "").map(([part, label]) => (
          <div key={part}>
            <dt className="mb-1 text-sm font-semibold">{label}</dt>
            <dd className="max-w-prose whitespace-pre-line">{note[part]}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-quiet">
        Signed by {doctorName} on <LocalTime instant={signedAt} />. A signed note can&apos;t be changed.
      </p>
    </div>
  );
}
