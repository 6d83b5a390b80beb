import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { orNotFound } from "@/app/or-not-found";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { BackgroundParts } from "@/components/background/background-parts";
import { CurrentMedicines, PatientNotes } from "@/components/doctor-day/patient-record";
import { PatientCard } from "@/components/doctor-day/patient-card";
import { PatientVisits } from "@/components/doctor-day/patient-visits";
import { Measurements } from "@/components/records/measurements";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { getDoctorPatient } from "@/lib/domain/appointments/list-doctor-patients";
import { toVisitCard } from "@/lib/domain/appointments/output";
import { listAppointmentCards } from "@/lib/domain/appointments/queries";
import { findBackground } from "@/lib/domain/background/queries";
import { listMeasurements } from "@/lib/domain/records/list-measurements";
import { listCurrentMedicines, listTreatedNotes } from "@/lib/domain/records/list-treated";
import { isUuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";
import { requireDoctor, type DoctorActor } from "../../require-doctor";

// No name in the title, because titles end up in the browser's history.
export const metadata: Metadata = { title: "Patient" };

const PAGE = 20;
const cursor = z.string().max(1024).optional();
const recordSearch = z.object({ visits: cursor, notes: cursor });

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };

async function loadRecord(actor: DoctorActor, patientId: string, from: { visits?: string; notes?: string }) {
  const [visits, notes, medicines, background, measurements] = await Promise.all([
    loadFrom(from.visits, (cursor) =>
      listAppointmentCards(
        actor,
        { doctorId: actor.doctorId, patientIds: [patientId] },
        { limit: PAGE, cursor, order: "desc" },
      ),
    ),
    loadFrom(from.notes, (cursor) => listTreatedNotes(actor, patientId, { limit: PAGE, cursor })),
    listCurrentMedicines(actor, patientId, new Date()),
    findBackground(actor, patientId),
    listMeasurements(actor, patientId),
  ]);
  return { visits, notes, medicines, background, measurements };
}

export default async function PatientPage({ params, searchParams }: Props) {
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const actor = await requireDoctor(routes.doctor.patient(id));
  const patient = await orNotFound(getDoctorPatient(actor, id));
  const read = readSearch(recordSearch, await searchParams);
  const { visits, notes, medicines, background, measurements } = await loadRecord(actor, id, read.filter);
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
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[19rem_minmax(0,1fr)]">
        <div className="grid content-start gap-6">
          <PatientCard patient={patient} />
          {background ? <BackgroundParts background={background} level={2} withCodes /> : null}
          <CurrentMedicines medicines={medicines} />
        </div>
        <div>
          <Section title="Notes" text="Yours, and those of others while you treat the patient.">
            <PatientNotes notes={notes.items} />
            <LoadMore href={more({ notes: notes.nextCursor })} label="Show earlier notes" />
          </Section>
          <Section title="Visits with you">
            <PatientVisits visits={visits.items.map(toVisitCard)} />
            <LoadMore href={more({ visits: visits.nextCursor })} label="Show earlier visits" />
          </Section>
          {measurements.length > 0 ? (
            <Section title="Measurements" text="From the notes you can read.">
              <Measurements series={measurements} level={3} />
            </Section>
          ) : null}
        </div>
      </div>
    </>
  );
}
