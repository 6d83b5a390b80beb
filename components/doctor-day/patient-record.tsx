import { ChevronRight, FileText } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { Section } from "@/components/ui/section";
import { doseText, drugText } from "@/lib/domain/records/format";
import type { CurrentMedicine, TreatedNote } from "@/lib/domain/records/list-treated";
import { routes } from "@/lib/site/routes";

/** What a patient takes now, as far as doctors prescribed it here. */
export function CurrentMedicines({ medicines }: { medicines: CurrentMedicine[] }) {
  return (
    <Section title="Current medicines" className="mt-0">
      {medicines.length === 0 ? (
        <p className="text-sm text-quiet">None in the notes you can read.</p>
      ) : (
        <Card flush>
          <ul className="divide-y divide-line text-sm">
            {medicines.map((one) => (
              <li key={one.id} className="px-4 py-2.5">
                <span className="block font-medium">{drugText(one)}</span>
                <span className="block">{doseText(one)}</span>
                <span className="block text-quiet">
                  {one.doctorName}, <LocalTime instant={one.prescribedAt} style="dated" />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Section>
  );
}

/** A patient's signed notes; each is opened on its own, and that is logged. */
export function PatientNotes({ notes }: { notes: TreatedNote[] }) {
  if (notes.length === 0)
    return (
      <EmptyState level={3} icon={<FileText />} title="No signed notes" text="A note appears here when it is signed." />
    );
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {notes.map((note) => (
          <li key={note.appointmentId}>
            <Link
              href={(note.isOwn ? routes.doctor.visit : routes.doctor.note)(note.appointmentId)}
              className="flex items-center gap-4 px-4 py-3 -outline-offset-2 hover:bg-sunken"
            >
              <span className="min-w-0 flex-1">
                <LocalTime
                  instant={note.start}
                  timeZone={note.timeZone}
                  style="long-date"
                  otherTime={false}
                  className="block font-medium"
                />
                <span className="block text-sm">{note.diagnosis ?? "No diagnosis"}</span>
                <span className="block text-sm text-quiet">
                  {[note.isOwn ? "You" : note.doctorName, note.placeName].filter(Boolean).join(" · ")}
                </span>
              </span>
              <ChevronRight aria-hidden className="size-5 shrink-0 text-quiet" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
