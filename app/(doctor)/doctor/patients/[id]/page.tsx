import type { Metadata } from "next";
import type { ReactNode } from "react";
import { z } from "zod";
import { orNotFound } from "@/app/or-not-found";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { EndEmergency } from "@/components/emergency-access/end-emergency";
import { BackgroundParts } from "@/components/background/background-parts";
import { CurrentMedicines, PatientNotes } from "@/components/doctor-day/patient-record";
import { PatientCard } from "@/components/doctor-day/patient-card";
import { PatientVisits } from "@/components/doctor-day/patient-visits";
import { ReadingNote } from "@/components/doctor-day/reading";
import { Measurements } from "@/components/records/measurements";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { toVisitCard } from "@/lib/domain/appointments/output";
import { listAppointmentCards } from "@/lib/domain/appointments/queries";
import type { DoctorPatient } from "@/lib/domain/appointments/schema";
import { findBackground } from "@/lib/domain/background/queries";
import { findOpenEmergency } from "@/lib/domain/emergency-access/queries";
import { listMeasurements } from "@/lib/domain/records/list-measurements";
import { listCurrentMedicines, listTreatedNotes } from "@/lib/domain/records/list-treated";
import { routes, type Route } from "@/lib/site/routes";
import { requireDoctor, type DoctorActor } from "../../require-doctor";
import { DocumentsPart } from "./documents-part";
import { ownPatient } from "../own-patient";

// No name in the title, because titles end up in the browser's history.
export const metadata: Metadata = { title: "Patient" };

const PAGE = 20;
const cursor = z.string().max(1024).optional();
const recordSearch = z.object({ visits: cursor, notes: cursor, documents: cursor });

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };

type From = { visits?: string; notes?: string };

/** What was measured, prescribed and written; nothing where only allergies and conditions were shared. */
async function loadNotes(actor: DoctorActor, patient: DoctorPatient, from: From) {
  if (!patient.hasVisits && !patient.reading?.coversNotes) return null;
  const [notes, medicines, measurements] = await Promise.all([
    loadFrom(from.notes, (cursor) => listTreatedNotes(actor, patient.id, { limit: PAGE, cursor })),
    listCurrentMedicines(actor, patient.id, new Date()),
    listMeasurements(actor, patient.id),
  ]);
  return { notes, medicines, measurements };
}

function loadVisits(actor: DoctorActor, patient: DoctorPatient, from: From) {
  if (!patient.hasVisits) return null;
  const mine = { doctorId: actor.doctorId, patientIds: [patient.id] };
  return loadFrom(from.visits, (cursor) => listAppointmentCards(actor, mine, { limit: PAGE, cursor, order: "desc" }));
}

export default async function PatientPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requireDoctor(routes.doctor.patient(id));
  const patient = await ownPatient(actor, id);
  const read = readSearch(recordSearch, await searchParams);
  // The right may end between these reads.
  const [emergency, visits, written, background] = await orNotFound(
    Promise.all([
      patient.reading?.purpose === "EMERGENCY" ? findOpenEmergency(actor, id) : null,
      loadVisits(actor, patient, read.filter),
      loadNotes(actor, patient, read.filter),
      findBackground(actor, id),
    ]),
  );
  const more = (next: { visits?: string | null; notes?: string | null }) =>
    next.visits || next.notes
      ? routes.doctor.patient(id, {
          ...read.filter,
          ...(next.visits ? { visits: next.visits } : {}),
          ...(next.notes ? { notes: next.notes } : {}),
        })
      : null;
  return (
    <>
      <PageHeader
        back={{ href: routes.doctor.patients(), label: "Patients" }}
        title={patient.age === null ? patient.name : `${patient.name}, ${patient.age}`}
      />
      <LeftOutNote read={read} />
      <ReadingNote
        reading={patient.reading}
        emergency={emergency ? <EndEmergency id={emergency.id} patientName={patient.name} /> : null}
      />
      <Record
        {...{ patient, background, written, visits, more }}
        documents={<DocumentsPart actor={actor} patientId={id} shown={read.filter} />}
      />
    </>
  );
}

type RecordProps = {
  patient: DoctorPatient;
  background: Awaited<ReturnType<typeof findBackground>>;
  written: Awaited<ReturnType<typeof loadNotes>>;
  visits: Awaited<ReturnType<typeof loadVisits>>;
  documents: ReactNode;
  more: (next: { visits?: string | null; notes?: string | null }) => Route | null;
};

function Record({ patient, background, written, visits, documents, more }: RecordProps) {
  const parts = background ? <BackgroundParts background={background} level={2} withCodes /> : null;
  if (!written && !visits) return <div className="grid max-w-3xl gap-6">{parts}</div>;
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[19rem_minmax(0,1fr)]">
      <div className="grid content-start gap-6">
        {patient.hasVisits ? <PatientCard patient={patient} /> : null}
        {parts}
        {written ? <CurrentMedicines medicines={written.medicines} /> : null}
      </div>
      <div>
        {written ? (
          <Section title="Notes" text="Yours, and those of others while you read the record.">
            <PatientNotes notes={written.notes.items} />
            <LoadMore href={more({ notes: written.notes.nextCursor })} label="Show earlier notes" />
          </Section>
        ) : null}
        {visits ? (
          <Section title="Visits with you">
            <PatientVisits visits={visits.items.map(toVisitCard)} />
            <LoadMore href={more({ visits: visits.nextCursor })} label="Show earlier visits" />
          </Section>
        ) : null}
        {written ? documents : null}
        {written && written.measurements.length > 0 ? (
          <Section title="Measurements" text="From the notes you can read.">
            <Measurements series={written.measurements} level={3} />
          </Section>
        ) : null}
      </div>
    </div>
  );
}
