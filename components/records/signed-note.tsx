import type { ShownFile } from "@/components/files/file-list";
import { LocalTime } from "@/components/ui/local-time";
import type { EncounterNote, EncounterParts } from "@/lib/domain/records/schema";
import { Addenda, Findings, NoteFiles, type ShownAddendum } from "./findings";
import { NoteParts } from "./note-parts";

/** The parts of a note in the patient's words. */
export const PATIENT_LABELS = {
  reason: "Why you came",
  subjective: "What you told us",
  objective: "What was found",
  assessment: "Assessment",
  plan: "What happens next",
};

type Props = {
  note: EncounterNote;
  parts: EncounterParts;
  attachments: ShownFile[];
  addenda: ShownAddendum[];
  signedAt: string;
  doctorName: string;
};

/** A visit's signed note, in the patient's words for its parts. Empty parts are left out. */
export function SignedNote({ note, parts, attachments, addenda, signedAt, doctorName }: Props) {
  return (
    <div className="grid gap-5">
      <NoteParts note={note} labels={PATIENT_LABELS} />
      <Findings {...parts} />
      <NoteFiles files={attachments} />
      <p className="text-sm text-quiet">
        Signed by {doctorName} on <LocalTime instant={signedAt} />. A signed note can&apos;t be changed.
      </p>
      <Addenda addenda={addenda} />
    </div>
  );
}
