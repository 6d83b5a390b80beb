import { NotebookPen } from "lucide-react";
import type { Metadata } from "next";
import { FollowUp } from "@/components/appointments/follow-up";
import { JoinVideo } from "@/components/appointments/join-video";
import { VisitHistory } from "@/components/appointments/visit-history";
import { BackgroundParts } from "@/components/background/background-parts";
import { MessagesCard } from "@/components/conversations/messages-card";
import { AttendanceCard } from "@/components/reminders/attendance-card";
import { AnswersPart } from "@/components/questionnaires/answers-part";
import { EarlierVisits, PatientSummary, type EarlierVisit } from "@/components/doctor-day/patient-summary";
import type { Substance } from "@/components/records/allergy-warning";
import { PaperLinks } from "@/components/records/paper-links";
import { SignedVisit } from "@/components/records/signed-visit";
import { patientLine, VisitState } from "@/components/doctor-day/visit-facts";
import { VisitNote } from "@/components/records/visit-note";
import { VisitSteps } from "@/components/doctor-day/visit-steps";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { hasVideoLink } from "@/lib/domain/appointments/join-video";
import { STATUS_LABELS } from "@/lib/domain/appointments/format";
import { toVisitCard, type VisitCard } from "@/lib/domain/appointments/output";
import { listAppointmentHistory } from "@/lib/domain/appointments/list-history";
import { listEarlierVisits, listFollowUps } from "@/lib/domain/appointments/list-doctor-visits";
import { findBackground } from "@/lib/domain/background/queries";
import { listMarks } from "@/lib/domain/conversations/queries";
import { findSheet } from "@/lib/domain/questionnaires/queries";
import { loadMedicines, type Medicines } from "@/lib/domain/records/list-medicines";
import { toShownEncounter } from "@/lib/domain/records/output";
import { getEncounter } from "@/lib/domain/records/queries";
import { routes } from "@/lib/site/routes";
import { loadPlaces } from "../../load-places";
import { requireDoctor, type DoctorActor } from "../../require-doctor";
import { ownVisit } from "../own-visit";
import { RecallsPart } from "./recalls-part";

// No name in the title, because titles end up in the browser's history.
export const metadata: Metadata = { title: "Visit" };

const NO_MEDICINES: Medicines = { earlier: [], current: [], usual: [] };

/** The statuses in which there is a note. */
const WRITTEN = new Set<VisitCard["status"]>(["IN_PROGRESS", "COMPLETED"]);

/** The statuses of visits that make someone a patient of the doctor's. */
const PATIENTS = new Set<VisitCard["status"]>(["PENDING", "CONFIRMED", "CHECKED_IN", "IN_PROGRESS", "COMPLETED"]);

async function loadVisit(actor: DoctorActor, id: string) {
  const row = await ownVisit(actor, id);
  const [earlier, followUps, places, encounter, history, medicines, background, sheet, marks] = await Promise.all([
    listEarlierVisits(actor, row),
    WRITTEN.has(row.status) ? listFollowUps(actor, row, new Date()) : [],
    loadPlaces(actor),
    WRITTEN.has(row.status) ? getEncounter(actor, id) : null,
    listAppointmentHistory(row, { side: "practice", userId: actor.userId }),
    row.status === "IN_PROGRESS" ? loadMedicines(actor, row.patientId) : NO_MEDICINES,
    findBackground(actor, row.patientId),
    findSheet(actor, id),
    listMarks(actor, [id]),
  ]);
  const allergies = background?.allergies.items.filter(({ status }) => status === "ACTIVE") ?? [];
  return {
    visit: toVisitCard(row),
    patientId: row.patientId,
    patientHref: PATIENTS.has(row.status) ? routes.doctor.patient(row.patientId) : null,
    hasLink: hasVideoLink(row),
    earlier,
    followUps: followUps.map(toVisitCard),
    places,
    encounter,
    history,
    medicines: { ...medicines, allergies },
    background,
    sheet,
    mark: marks.get(id),
  };
}

export default async function VisitPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireDoctor(routes.doctor.visit(id));
  const loaded = await loadVisit(actor, id);
  const { visit, patientHref, earlier, followUps, encounter, history, medicines, background, sheet, mark } = loaded;
  const before = earlier.map((one): EarlierVisit => ({
    id: one.id,
    start: one.startsAt.toISOString(),
    status: one.status,
    what: one.service?.name ?? one.reason,
  }));
  return (
    <>
      <PageHeader
        back={{ href: routes.doctor.home(), label: "Today" }}
        eyebrow={visit.service ?? "Visit"}
        title={patientLine(visit)}
        text={<VisitState visit={visit} />}
        actions={<Actions {...loaded} />}
      />
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[19rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <div className="grid content-start gap-4">
          <PatientSummary visit={visit} patientHref={patientHref} followUps={followUps} />
          <WithThePatient actor={actor} visit={visit} mark={mark} />
          <KnownBefore sheet={sheet} background={background} />
        </div>
        <Section
          title="Note"
          className="mt-0 lg:col-start-2 lg:row-span-2 lg:row-start-1"
          actions={
            encounter?.signedAt ? (
              <PaperLinks
                summary={routes.doctor.summary(id)}
                prescription={encounter.prescriptions.length > 0 ? routes.doctor.prescription(id) : null}
              />
            ) : null
          }
        >
          <Note visit={visit} encounter={encounter} medicines={medicines} />
        </Section>
        <div className="grid content-start gap-6">
          <EarlierVisits earlier={before} />
          <Section title="What happened" className="mt-0">
            <VisitHistory history={history} />
          </Section>
        </div>
      </div>
    </>
  );
}

type WithProps = Pick<Awaited<ReturnType<typeof loadVisit>>, "visit" | "mark"> & { actor: DoctorActor };

function WithThePatient({ actor, visit, mark }: WithProps) {
  return (
    <>
      <AttendanceCard visit={visit} asOf={new Date().toISOString()} />
      <RecallsPart actor={actor} visit={visit} />
      <MessagesCard mark={mark} href={routes.doctor.conversation(visit.id)} other="the patient" />
    </>
  );
}

function KnownBefore({ sheet, background }: Pick<Awaited<ReturnType<typeof loadVisit>>, "sheet" | "background">) {
  return (
    <>
      {sheet ? <AnswersPart sheet={sheet} /> : null}
      {background ? <BackgroundParts background={background} level={2} withCodes /> : null}
    </>
  );
}

type ActionsProps = Pick<Awaited<ReturnType<typeof loadVisit>>, "visit" | "patientId" | "hasLink" | "places">;

function Actions({ visit, patientId, hasLink, places }: ActionsProps) {
  const asOf = new Date().toISOString();
  const { doctorId, serviceId, service, place } = visit;
  return (
    <>
      <JoinVideo visit={visit} hasLink={hasLink} asOf={asOf} />
      <VisitSteps visit={visit} asOf={asOf} places={places.names} isHere spread size="md" />
      {WRITTEN.has(visit.status) && Object.keys(places.bookable).length > 0 ? (
        <FollowUp
          visit={{ doctorId, patientId, serviceId, placeId: place.hospitalId ?? "" }}
          subject={[visit.patient.name, service].filter(Boolean).join(", ")}
          places={places.bookable}
          asOf={asOf}
        />
      ) : null}
    </>
  );
}

type NoteProps = {
  visit: VisitCard;
  encounter: Awaited<ReturnType<typeof getEncounter>> | null;
  medicines: Medicines & { allergies: Substance[] };
};

function Note({ visit, encounter, medicines }: NoteProps) {
  if (!encounter) {
    const isOver = !["PENDING", "CONFIRMED", "CHECKED_IN"].includes(visit.status);
    return (
      <EmptyState
        icon={<NotebookPen />}
        level={3}
        title={isOver ? "There is no note" : "The note opens when you start the visit"}
        text={
          isOver
            ? `This visit didn't take place: ${STATUS_LABELS[visit.status].toLowerCase()}.`
            : "What you write is saved automatically."
        }
      />
    );
  }
  const { note, parts, attachments, addenda } = toShownEncounter(encounter);
  if (encounter.signedAt) {
    const signedAt = encounter.signedAt.toISOString();
    const accessHref = routes.doctor.access({ visit: visit.id });
    return <SignedVisit appointmentId={visit.id} {...{ note, parts, attachments, addenda, signedAt, accessHref }} />;
  }
  return (
    <VisitNote
      appointmentId={visit.id}
      stored={{ note, parts, version: encounter.version }}
      attachments={attachments}
      patientName={visit.patient.name}
      medicines={medicines}
    />
  );
}
