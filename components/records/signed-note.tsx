import { LocalTime } from "@/components/ui/local-time";
import type { EncounterNote } from "@/lib/domain/records/schema";
import { NoteParts } from "./note-parts";

const LABELS = {
  reason: "Why you came",
  subjective: "What you told us",
  objective: "What was found",
  assessment: "Assessment",
  plan: "What happens next",
};

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
      <NoteParts note={note} labels={LABELS} />
      <p className="text-sm text-quiet">
        Signed by {doctorName} on <LocalTime instant={signedAt} />. A signed note can&apos;t be changed.
      </p>
    </div>
  );
}
