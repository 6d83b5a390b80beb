import { Fact } from "@/components/ui/fact";
import { LocalDate } from "@/components/ui/local-date";
import { LocalTime } from "@/components/ui/local-time";
import type { EncounterNote, EncounterParts } from "@/lib/domain/records/schema";
import { Addenda, Findings, type ShownAddendum } from "./findings";
import { NoteParts } from "./note-parts";

export type SummaryProps = {
  patient: { name: string; bornOn: string | null };
  visit: { start: string; timeZone: string; doctorName: string; placeName: string | null; service: string | null };
  labels: Record<keyof EncounterNote, string>;
  note: EncounterNote;
  parts: EncounterParts;
  attachments: readonly { id: string; name: string }[];
  addenda: ShownAddendum[];
  signedAt: string;
};

/** What the doctor said in a visit, on one clean page to print: whose, when, by whom, and all of the signed note. */
export function VisitSummary({ patient, visit, labels, note, parts, attachments, addenda, signedAt }: SummaryProps) {
  const { start, timeZone, doctorName, placeName, service } = visit;
  return (
    <article
      aria-label="Visit summary"
      className="mx-auto grid max-w-3xl gap-6 rounded-lg border border-line bg-surface p-5 sm:p-10 print:max-w-none print:border-0 print:p-0"
    >
      <header>
        <h2 className="text-2xl">Visit summary</h2>
        <p className="mt-1">
          <LocalTime instant={start} timeZone={timeZone} style="full" otherTime={false} />
          {service ? <bdi> · {service}</bdi> : null}
        </p>
      </header>
      <dl className="grid gap-x-8 gap-y-3 border-y border-line py-4 sm:grid-cols-2 print:grid-cols-2">
        <Fact label="Patient">
          <bdi className="font-semibold">{patient.name}</bdi>
          {patient.bornOn ? (
            <span className="block text-sm">
              Born <LocalDate date={patient.bornOn} />
            </span>
          ) : null}
        </Fact>
        <Fact label="Doctor">
          <bdi className="font-semibold">{doctorName}</bdi>
          {placeName ? <bdi className="block text-sm">{placeName}</bdi> : null}
        </Fact>
      </dl>
      <NoteParts note={note} labels={labels} />
      <Findings {...parts} />
      {attachments.length > 0 ? (
        <p>
          <span className="block text-sm font-semibold">Files, to open on CareSync</span>
          <bdi>{attachments.map(({ name }) => name).join(", ")}</bdi>
        </p>
      ) : null}
      <Addenda addenda={addenda} />
      <p className="border-t border-line pt-4 text-sm text-quiet">
        Signed by <bdi>{doctorName}</bdi> on{" "}
        <LocalTime instant={signedAt} timeZone={timeZone} style="dated-time" otherTime={false} />.
      </p>
    </article>
  );
}
