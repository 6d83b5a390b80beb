import { FileText } from "lucide-react";
import { Allergies } from "@/components/background/allergies";
import { Conditions } from "@/components/background/conditions";
import { ColleagueNote } from "@/components/records/colleague-note";
import { Measurements } from "@/components/records/measurements";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LocalTime } from "@/components/ui/local-time";
import { Section } from "@/components/ui/section";
import { doseText, drugText } from "@/lib/domain/records/format";
import type { CurrentMedicine } from "@/lib/domain/records/list-treated";
import type { LinkedNote } from "@/lib/domain/records/list-linked";
import type { LinkedRecord as Linked } from "@/lib/domain/sharing/load-linked-record";

/** What a link opens, for someone who has never seen the patient: what is dangerous first. */
export function LinkedRecord({ record }: { record: Linked }) {
  const { allergies, conditions, medicines, measurements, notes } = record;
  const isReadOnly = { patientId: "", mayKeep: false, level: 2 } as const;
  return (
    <div className="grid gap-6">
      {allergies ? <Allergies {...isReadOnly} allergies={allergies} /> : null}
      {medicines ? <Medicines medicines={medicines} /> : null}
      {conditions ? <Conditions {...isReadOnly} conditions={conditions} withCodes /> : null}
      {measurements ? (
        <Section title="Measurements" className="mt-0">
          {measurements.length > 0 ? (
            <Measurements series={measurements} level={3} />
          ) : (
            <p className="text-sm text-quiet">No measurements are recorded.</p>
          )}
        </Section>
      ) : null}
      {notes ? (
        <Section title="Visits" text="What the doctors wrote, the latest first." className="mt-0">
          <Notes notes={notes.items} />
        </Section>
      ) : null}
    </div>
  );
}

function Medicines({ medicines }: { medicines: CurrentMedicine[] }) {
  return (
    <Card as="section" aria-label="Current medicines">
      <h2 className="mb-3 text-base">Current medicines</h2>
      {medicines.length === 0 ? (
        <p className="text-sm text-quiet">No current medicine was prescribed here.</p>
      ) : (
        <ul aria-label="Current medicines" className="divide-y divide-line">
          {medicines.map((one) => (
            <li key={one.id} className="py-2.5 first:pt-0 last:pb-0">
              <p className="font-semibold wrap-anywhere">{drugText(one)}</p>
              <p className="text-sm">{doseText(one)}</p>
              {one.instructions ? <p className="text-sm whitespace-pre-line">{one.instructions}</p> : null}
              <p className="text-sm text-quiet">
                Prescribed by {one.doctorName}, <LocalTime instant={one.prescribedAt} style="dated" />
                {one.until ? (
                  <>
                    , until <LocalTime instant={one.until} style="dated" />
                  </>
                ) : null}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Notes({ notes }: { notes: LinkedNote[] }) {
  if (notes.length === 0) return <EmptyState level={3} icon={<FileText />} title="No signed notes" />;
  return (
    <div className="grid gap-4">
      {notes.map(({ appointmentId, start, timeZone, doctorName, placeName, attachments, ...note }) => (
        <Card key={appointmentId} as="article">
          <h3 className="text-base">
            <LocalTime instant={start} timeZone={timeZone} style="long-date" otherTime={false} />
          </h3>
          <p className="mb-4 text-sm text-quiet">{[doctorName, placeName].filter(Boolean).join(" · ")}</p>
          <ColleagueNote {...note} attachments={[]} />
          {attachments.length > 0 ? (
            <p className="mt-4 text-sm text-quiet">
              {attachments.length === 1 ? "1 file belongs" : `${attachments.length} files belong`} to this note. A link
              doesn’t open files: ask the patient for them.
            </p>
          ) : null}
        </Card>
      ))}
    </div>
  );
}
