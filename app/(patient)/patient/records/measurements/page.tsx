import { Activity } from "lucide-react";
import type { Metadata } from "next";
import { Measurements } from "@/components/records/measurements";
import { RecordsNav } from "@/components/records/records-nav";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { Section } from "@/components/ui/section";
import type { Search } from "@/app/search-params";
import { readWanted } from "@/app/(patient)/patient/records/read-wanted";
import { listMeasurements } from "@/lib/domain/records/list-measurements";
import { listOwnPatients } from "@/lib/domain/patients/queries";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Measurements" };

export default async function MeasurementsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, read, patientIds } = await readWanted(await searchParams, routes.patient.measurements);
  const [patients, found] = await Promise.all([
    listOwnPatients(actor, actor.readablePatientIds),
    Promise.all(patientIds.map(async (id) => ({ id, series: await listMeasurements(actor, id) }))),
  ]);
  const people = found.filter(({ series }) => series.length > 0);
  return (
    <>
      <PageHeader
        title="Measurements"
        text="What your doctors measured, from the notes they signed. Ask them what a value means for you."
        actions={people.length > 0 ? <PrintButton /> : null}
      />
      <RecordsNav current="measurements" patientId={read.filter.for} patients={patients} />
      <LeftOutNote read={read} />
      {people.length === 0 ? (
        <EmptyState
          icon={<Activity />}
          title="No measurements yet"
          text="What a doctor measures in a visit appears here as soon as the note is signed."
        />
      ) : null}
      {people.map(({ id, series }) =>
        patients.length > 1 ? (
          <Section key={id} title={patients.find((patient) => patient.id === id)?.name}>
            <Measurements series={series} level={3} />
          </Section>
        ) : (
          <Measurements key={id} series={series} level={2} />
        ),
      )}
    </>
  );
}
