import type { Route } from "next";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { MODE_LABELS, STATUS_LABELS } from "@/lib/domain/appointments/format";
import type { VisitCard } from "@/lib/domain/appointments/output";
import type { AppointmentStatus } from "@/lib/domain/appointments/status";
import { routes } from "@/lib/site/routes";
import { Fact } from "./fact";
import { PatientPhone } from "./patient-card";

export type EarlierVisit = { id: string; start: string; status: AppointmentStatus; what: string | null };

type SummaryProps = { visit: VisitCard; patientHref: Route | null; followUps: VisitCard[] };

/** The current patient, the reason for the visit, and what is booked after it. */
export function PatientSummary({ visit, patientHref, followUps }: SummaryProps) {
  const { patient, place } = visit;
  return (
    <Card>
      <dl className="grid gap-3 text-sm">
        <Fact label="Patient">
          {patientHref ? (
            <Link href={patientHref} className="font-semibold hover:underline">
              {patient.name}
            </Link>
          ) : (
            <span className="font-semibold">{patient.name}</span>
          )}
          {patient.age === null ? null : `, ${patient.age} years`}
        </Fact>
        {patient.phone ? (
          <Fact label="Phone">
            <PatientPhone phone={patient.phone} />
          </Fact>
        ) : null}
        <Fact label="When">
          <LocalTime
            instant={visit.start}
            timeZone={place.timeZone}
            readerFirst={visit.mode === "VIDEO"}
            style="full"
          />
        </Fact>
        <Fact label="Reason">{[visit.service, visit.reason].filter(Boolean).join(" · ") || "Not specified"}</Fact>
        <Fact label="Where">{visit.mode === "VIDEO" ? MODE_LABELS.VIDEO : place.name}</Fact>
        {visit.statusReason ? <Fact label="Reason given">{visit.statusReason}</Fact> : null}
        {followUps.length > 0 ? (
          <Fact label="Follow-up">
            <FollowUps followUps={followUps} />
          </Fact>
        ) : null}
      </dl>
    </Card>
  );
}

/** The next appointments with the doctor, each a link to its page. */
function FollowUps({ followUps }: Pick<SummaryProps, "followUps">) {
  return (
    <ul className="grid gap-1">
      {followUps.map(({ id, start, mode, place, status }) => (
        <li key={id}>
          <Link
            href={routes.doctor.visit(id)}
            className="touch-target inline-block font-medium text-accent hover:underline"
          >
            <LocalTime instant={start} timeZone={place.timeZone} readerFirst={mode === "VIDEO"} style="full" />
          </Link>
          {status === "PENDING" ? `, ${STATUS_LABELS.PENDING.toLowerCase()}` : null}
        </li>
      ))}
    </ul>
  );
}

/** Earlier visits, latest first. */
export function EarlierVisits({ earlier }: { earlier: EarlierVisit[] }) {
  return (
    <section aria-labelledby="earlier-visits">
      <h2 id="earlier-visits" className="mb-2 text-base">
        Earlier visits with you
      </h2>
      {earlier.length === 0 ? (
        <p className="text-sm text-quiet">This is the first visit.</p>
      ) : (
        <Card flush>
          <ul className="divide-y divide-line">
            {earlier.map(({ id, start, status, what }) => (
              <li key={id}>
                <Link
                  href={routes.doctor.visit(id)}
                  className="block px-4 py-2.5 text-sm -outline-offset-2 hover:bg-sunken"
                >
                  <span className="block font-medium">
                    <LocalTime instant={start} style="long-date" />
                  </span>
                  <span className="text-quiet">
                    {[what, STATUS_LABELS[status].toLowerCase()].filter(Boolean).join(" · ")}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
}
