import { LocalTime } from "@/components/ui/local-time";
import { SignedContent, type Signed } from "./signed-content";

/** The parts of a note in the patient's words. */
export const PATIENT_LABELS = {
  reason: "Why you came",
  subjective: "What you told us",
  objective: "What was found",
  assessment: "Assessment",
  plan: "What happens next",
};

/** A visit's signed note, in the patient's words for its parts. */
export function SignedNote({ signedAt, doctorName, ...signed }: Signed & { signedAt: string; doctorName: string }) {
  return (
    <div className="grid gap-5">
      <SignedContent {...signed} labels={PATIENT_LABELS}>
        <p className="text-sm text-quiet">
          Signed by {doctorName} on <LocalTime instant={signedAt} />. A signed note can&apos;t be changed.
        </p>
      </SignedContent>
    </div>
  );
}
