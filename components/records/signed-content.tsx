import { LockKeyhole } from "lucide-react";
import type { ReactNode } from "react";
import type { ShownFile } from "@/components/files/file-list";
import type { EncounterNote, EncounterParts } from "@/lib/domain/records/schema";
import { Addenda, Findings, NoteFiles, type ShownAddendum } from "./findings";
import { NoteParts } from "./note-parts";

export type Signed = {
  note: EncounterNote;
  parts: EncounterParts;
  attachments: ShownFile[];
  addenda: ShownAddendum[];
};
type Props = Signed & { labels: Record<keyof EncounterNote, string>; children: ReactNode };

/** All of a signed note, with what is said of the signature above the additions. Empty parts are left out. */
export function SignedContent({ note, parts, attachments, addenda, labels, children }: Props) {
  return (
    <>
      <NoteParts note={note} labels={labels} />
      <Findings {...parts} />
      <NoteFiles files={attachments} />
      {children}
      <Addenda addenda={addenda} />
    </>
  );
}

/** What doctors read of the signature. */
export function Signature({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-center gap-2 text-sm text-quiet">
      <LockKeyhole aria-hidden className="size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
