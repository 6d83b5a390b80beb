import { LockKeyhole } from "lucide-react";
import type { ShownFile } from "@/components/files/file-list";
import { Card } from "@/components/ui/card";
import { Link, type LinkProps } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import type { EncounterNote, EncounterParts } from "@/lib/domain/records/schema";
import { AddAddendum } from "./add-addendum";
import { Addenda, Findings, NoteFiles, type ShownAddendum } from "./findings";
import { NoteParts } from "./note-parts";

/** The parts of a note in the doctor's terms. */
export const SOAP_LABELS = {
  reason: "Reason",
  subjective: "Subjective",
  objective: "Objective",
  assessment: "Assessment",
  plan: "Plan",
};

type Props = {
  appointmentId: string;
  note: EncounterNote;
  parts: EncounterParts;
  attachments: ShownFile[];
  addenda: ShownAddendum[];
  signedAt: string;
  accessHref: LinkProps["href"];
};

/** A signed note in the doctor's own terms; empty parts are left out. */
export function SignedVisit({ appointmentId, note, parts, attachments, addenda, signedAt, accessHref }: Props) {
  return (
    <Card className="grid gap-5">
      <NoteParts note={note} labels={SOAP_LABELS} />
      <Findings {...parts} />
      <NoteFiles files={attachments} />
      <p className="flex items-center gap-2 text-sm text-quiet">
        <LockKeyhole aria-hidden className="size-4 shrink-0" />
        <span>
          Signed <LocalTime instant={signedAt} />. It can&apos;t be changed. The patient can read it.{" "}
          <Link href={accessHref} className="font-medium text-accent underline underline-offset-2">
            See who has
          </Link>
        </span>
      </p>
      <Addenda addenda={addenda} />
      <AddAddendum appointmentId={appointmentId} />
    </Card>
  );
}
