import { BedDouble } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { toDeskCard } from "@/app/(hospital)/hospital/to-desk-card";
import { HospitalStays } from "@/components/beds/hospital-stays";
import { worldChoices } from "@/components/doctors/world-codes";
import { PersonCard, RegistrationCards } from "@/components/registrations/desk-patient-facts";
import { DeskPatientVisits } from "@/components/registrations/desk-patient-visits";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/actor/actor";
import { listAppointmentCards } from "@/lib/domain/appointments/queries";
import { toStayCard } from "@/lib/domain/beds/output";
import { listStays } from "@/lib/domain/beds/queries";
import { routes } from "@/lib/site/routes";
import { deskPatient } from "./desk-patient";

// No name in the title, because titles end up in the browser's history.
export const metadata: Metadata = { title: "Patient" };

const PAGE = 20;
const cursor = z.string().max(1024).optional();
const patientSearch = z.object({ visits: cursor, stays: cursor });

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };

export default async function DeskPatientPage({ params, searchParams }: Props) {
  const { actor, hospital, patient } = await deskPatient((await params).id);
  const { filter } = readSearch(patientSearch, await searchParams);
  return (
    <>
      <PageHeader
        back={{ href: routes.hospital.patients(), label: "Patients" }}
        title={patient.age === null ? patient.name : `${patient.name}, ${patient.age}`}
      />
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <div className="grid min-w-0 gap-6">
          <PersonCard bornOn={patient.bornOn} phone={patient.phone} />
          <RegistrationCards
            hospitalId={hospital.id}
            patientId={patient.id}
            registrations={patient.registrations}
            languages={worldChoices().languages}
          />
        </div>
        <BeenHere actor={actor} hospitalId={hospital.id} patientId={patient.id} shown={filter} />
      </div>
    </>
  );
}

type BeenHereProps = {
  actor: Actor;
  hospitalId: string;
  patientId: string;
  shown: z.output<typeof patientSearch>;
};

async function BeenHere({ actor, hospitalId, patientId, shown }: BeenHereProps) {
  const here = { hospitalId, patientIds: [patientId] };
  const [visits, stays] = await Promise.all([
    loadFrom(shown.visits, (from) =>
      listAppointmentCards(actor, here, { limit: PAGE, order: "desc", ...(from ? { cursor: from } : {}) }),
    ),
    loadFrom(shown.stays, (from) => listStays(actor, here, { limit: PAGE, cursor: from })),
  ]);
  const more = (part: "visits" | "stays", cursor: string | null) =>
    cursor ? routes.hospital.patient(patientId, { ...shown, [part]: cursor }) : null;
  return (
    <div className="min-w-0">
      <Section title="Appointments here">
        <DeskPatientVisits visits={visits.items.map(toDeskCard)} />
        <LoadMore href={more("visits", visits.nextCursor)} label="Show earlier ones" />
      </Section>
      <Section title="Stays here">
        {stays.items.length === 0 ? (
          <EmptyState level={3} icon={<BedDouble />} title="No stays here yet" />
        ) : (
          <HospitalStays stays={stays.items.map(toStayCard)} />
        )}
        <LoadMore href={more("stays", stays.nextCursor)} label="Show earlier ones" />
      </Section>
    </div>
  );
}
