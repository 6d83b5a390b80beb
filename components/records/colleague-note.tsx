import { LockKeyhole } from "lucide-react";
import type { ShownFile } from "@/components/files/file-list";
import { LocalTime } from "@/components/ui/local-time";
import type { EncounterNote, EncounterParts } from "@/lib/domain/records/schema";
import { Addenda, Findings, NoteFiles, type ShownAddendum } from "./findings";
import { NoteParts } from "./note-parts";
import { SOAP_LABELS } from "./signed-visit";

type Props = {
  note: EncounterNote;
  parts: EncounterParts;
  attachments: ShownFile[];
  addenda: ShownAddendum[];
  signedAt: string;
};

/** A signed note, for another doctor who treats the patient. */
export function ColleagueNote({ note, parts, attachments, addenda, signedAt }: Props) {
  return (
    <div className="grid gap-5">
      <NoteParts note={note} labels={SOAP_LABELS} />
      <Findings {...parts} />
      <NoteFiles files={attachments} />
      <p className="flex items-center gap-2 text-sm text-quiet">
        <LockKeyhole aria-hidden className="size-4 shrink-0" />
        <span>
          Signed <LocalTime instant={signedAt} />. The patient sees that you opened it.
        </span>
      </p>
      <Addenda addenda={addenda} />
    </div>
  );
}
