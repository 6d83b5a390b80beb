import type { Metadata } from "next";
import type { Visit } from "@/components/appointments/visit";
import { VisitBadge } from "@/components/appointments/visit-badge";
import { VisitFacts } from "@/components/appointments/visit-facts";
import { VisitHistory } from "@/components/appointments/visit-history";
import { OfferedTimes } from "@/components/disruptions/offered-times";
import { NeedsNewTime } from "@/components/appointments/next-visit";
import { VisitSteps } from "@/components/appointments/visit-steps";
import { VisitTitle } from "@/components/appointments/visit-title";
import { MessagesCard } from "@/components/conversations/messages-card";
import { PaperLinks } from "@/components/records/paper-links";
import { QuestionsCard } from "@/components/questionnaires/questions-card";
import { SignedNote } from "@/components/records/signed-note";
import { Card } from "@/components/ui/card";
import { FormMessage } from "@/components/ui/form-message";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { AskEarlier, type WaitTargets } from "@/components/waitlist/ask-earlier";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { OwnNumber } from "@/components/waiting-room/own-number";
import { toVisit } from "@/app/(patient)/patient/to-visit";
import { ownVisit } from "@/app/(patient)/patient/visits/own-visit";
import { listAppointmentHistory } from "@/lib/domain/appointments/list-history";
import { listMarks } from "@/lib/domain/conversations/queries";
import { lateText } from "@/lib/domain/disruptions/format";
import { findDelay } from "@/lib/domain/disruptions/list-delays";
import { findOffers } from "@/lib/domain/disruptions/load-offers";
import { findSheet } from "@/lib/domain/questionnaires/queries";
import { toShownEncounter } from "@/lib/domain/records/output";
import { getEncounter, type EncounterRow } from "@/lib/domain/records/queries";
import { findPlaceInLine } from "@/lib/domain/waiting-room/queries";
import { findEntryOfVisit } from "@/lib/domain/waitlist/queries";
import { localDateAt } from "@/lib/platform/time/local-date";
import { requirePageActor } from "@/lib/actor/session";
import { visiblePatientIds, type Actor } from "@/lib/actor/actor";
import { AppError } from "@/lib/platform/errors/app-error";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Appointment" };

export default async function VisitPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requirePageActor(routes.patient.visit(id));
  const card = await ownVisit(actor, id);
  const visit = toVisit(card, actor);
  const note = visit.status === "COMPLETED" ? await signedNote(actor, id) : null;
  const sheet = await findSheet(actor, id);
  const place = await findPlaceInLine(actor, id, new Date());
  const history = await listAppointmentHistory(card, { side: "patient", userId: actor.userId });
  const mark = (await listMarks(actor, [id])).get(id);
  const asOf = new Date().toISOString();
  const withPatient = visiblePatientIds(actor).length > 1;
  const isDisplaced = visit.needsRebooking && (visit.status === "PENDING" || visit.status === "CONFIRMED");
  const delay = await findDelay(card);
  const offers = isDisplaced && visit.canChange ? await findOffers(actor, id) : null;
  return (
    <>
      <PageHeader
        back={{ href: routes.patient.visits(), label: "Appointments" }}
        title={<VisitTitle visit={visit} asOf={asOf} />}
      />
      {/* On paper it must say whose it is. */}
      <p className="mb-4 hidden text-lg font-semibold print:block">{visit.patient.name}</p>
      {isDisplaced && visit.canChange ? (
        <div className="mb-6 grid gap-4">
          <NeedsNewTime visit={visit} asOf={asOf} withPatient={withPatient} />
          {offers ? <OfferedTimes offers={offers} version={visit.version} timeZone={visit.timeZone} /> : null}
        </div>
      ) : null}
      {delay ? <ExpectedLater visit={visit} delay={delay} /> : null}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <div className="grid min-w-0 gap-6">
          {place ? <OwnNumber place={place} /> : null}
          <VisitCard visit={visit} asOf={asOf} withPatient={withPatient} />
          <EarlierTime visit={visit} asOf={asOf} entry={await findEntryOfVisit(actor, id)} />
          {sheet ? <QuestionsCard sheet={sheet} whose={visit.whose} /> : null}
          {note?.signedAt ? <VisitNote visit={visit} note={note} signedAt={note.signedAt} /> : null}
        </div>
        <div className="grid min-w-0 gap-6">
          <MessagesCard mark={mark} href={routes.patient.conversation(id)} other="the practice" />
          <Card as="section" aria-label="What happened">
            <h2 className="mb-4 text-base">What happened</h2>
            <VisitHistory history={history} timeZone={visit.timeZone} />
          </Card>
        </div>
      </div>
    </>
  );
}

function ExpectedLater({ visit, delay }: { visit: Visit; delay: { minutes: number; expectedAt: Date } }) {
  return (
    <FormMessage tone="wait" className="mb-6" title={`${visit.doctor.name} is ${lateText(delay.minutes)}`}>
      The appointment keeps its time; expect to be seen at about{" "}
      <LocalTime
        instant={delay.expectedAt.toISOString()}
        timeZone={visit.timeZone}
        style="time"
        className="font-semibold"
      />
      .
    </FormMessage>
  );
}

function VisitCard({ visit, asOf, withPatient }: { visit: Visit; asOf: string; withPatient: boolean }) {
  return (
    <Card className="sm:p-6">
      <div className="mb-5">
        <VisitBadge visit={visit} />
      </div>
      <VisitFacts visit={visit} withPatient={withPatient} />
      {visit.statusReason ? (
        <p className="mt-5 rounded-md bg-sunken p-3 text-sm">
          <span className="font-semibold">Reason: </span>
          {visit.statusReason}
        </p>
      ) : null}
      <VisitSteps visit={visit} asOf={asOf} />
    </Card>
  );
}

/** For a visit that can still be moved: asking for an earlier time, or that one waits already. */
function EarlierTime({ visit, asOf, entry }: { visit: Visit; asOf: string; entry: { id: string } | null }) {
  const { patient, start, timeZone, status } = visit;
  const canMove = visit.canChange && visit.changeUntil >= asOf && (status === "PENDING" || status === "CONFIRMED");
  if (!canMove || start <= asOf) return null;
  const [today, last] = [localDateAt(asOf, timeZone), localDateAt(start, timeZone)];
  return (
    <Card as="section" aria-label="Earlier time" className="flex flex-wrap items-center justify-between gap-3">
      <p className="min-w-0 flex-[1_1_14rem] text-sm">
        {entry
          ? "You're on the waitlist for an earlier time. You keep this appointment until you accept one."
          : "Would you come earlier if a time opens? You keep this appointment until you accept one."}
      </p>
      {entry ? (
        <Link href={routes.patient.waitlist()} className="touch-target font-semibold text-accent underline">
          See the waitlist
        </Link>
      ) : (
        <AskEarlier targets={targetsOf(visit)} patients={[patient]} today={today} last={last} />
      )}
    </Card>
  );
}

function targetsOf({ id, doctor }: Visit): WaitTargets {
  return { label: "Doctor", options: [{ label: doctor.name, target: { appointmentId: id } }] };
}

function VisitNote({ visit, note, signedAt }: { visit: Visit; note: EncounterRow; signedAt: Date }) {
  return (
    <Section
      className="mt-2"
      title="Notes from this visit"
      actions={
        <PaperLinks
          summary={routes.patient.summary(visit.id)}
          prescription={note.prescriptions.length > 0 ? routes.patient.prescription(visit.id) : null}
        />
      }
      text={
        <>
          {visit.whose
            ? `Only ${visit.whose}, those who read their records for them, and their doctors can read them. `
            : "Only you, those who read your records for you, and your doctors can read them. "}
          <Link
            href={routes.patient.recordAccess({ for: visit.patient.id })}
            className="font-medium text-accent underline underline-offset-2"
          >
            See who opened {visit.whose ? "their" : "your"} records
          </Link>
        </>
      }
    >
      <Card className="sm:p-6">
        <SignedNote {...toShownEncounter(note)} signedAt={signedAt.toISOString()} doctorName={visit.doctor.name} />
      </Card>
    </Section>
  );
}

async function signedNote(actor: Actor, appointmentId: string) {
  try {
    const note = await getEncounter(actor, appointmentId);
    return note.status === "SIGNED" ? note : null;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}
