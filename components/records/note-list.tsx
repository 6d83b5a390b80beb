import { ChevronRight, FileText } from "lucide-react";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { routes } from "@/lib/site/routes";

export type NoteEntry = {
  appointmentId: string;
  start: string;
  timeZone: string;
  doctorName: string;
  placeName: string | null;
  serviceName: string | null;
  patientName: string;
};

/** Which visits have signed notes; the notes themselves are on the visit's page, one logged access at a time. */
export function NoteList({ notes, withPatient }: { notes: NoteEntry[]; withPatient: boolean }) {
  return (
    <ul
      aria-label="Signed notes"
      className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
    >
      {notes.map((note) => (
        <li key={note.appointmentId}>
          <Link
            href={routes.patient.visit(note.appointmentId)}
            className="flex items-center gap-4 p-4 -outline-offset-2 hover:bg-sunken"
          >
            <span
              aria-hidden
              className="flex size-10 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent"
            >
              <FileText className="size-5" />
            </span>
            <span className="min-w-0 flex-1">
              <LocalTime
                instant={note.start}
                timeZone={note.timeZone}
                style="long-date"
                className="block font-semibold"
              />
              <span className="block text-sm">{[note.doctorName, note.serviceName].filter(Boolean).join(" · ")}</span>
              <span className="block text-sm text-quiet">
                {[note.placeName, withPatient ? `for ${note.patientName}` : null].filter(Boolean).join(" · ")}
              </span>
              {withPatient ? null : <span className="hidden text-sm print:block">for {note.patientName}</span>}
            </span>
            <ChevronRight aria-hidden className="size-5 shrink-0 text-quiet" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
