import { Pill } from "lucide-react";
import type { Metadata } from "next";
import { MedicineList, type MedicineEntry } from "@/components/records/medicine-list";
import { RecordsNav } from "@/components/records/records-nav";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { PrintButton } from "@/components/ui/print-button";
import { loadFrom, type Search } from "@/app/search-params";
import { readWanted } from "@/app/(patient)/patient/records/read-wanted";
import { listOwnMedicines, type OwnMedicine } from "@/lib/domain/records/list-medicines";
import { takenUntil } from "@/lib/domain/records/rules";
import { listOwnPatients } from "@/lib/domain/patients/queries";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Medicines" };

const PAGE = 30;

export default async function MedicinesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, read, patientIds } = await readWanted(await searchParams, routes.patient.medicines);
  const wanted = read.filter;
  const [patients, page] = await Promise.all([
    listOwnPatients(actor, actor.readablePatientIds),
    loadFrom(wanted.cursor, (cursor) => listOwnMedicines(actor, { patientIds }, { limit: PAGE, cursor })),
  ]);
  return (
    <>
      <PageHeader
        title="Medicines"
        text="What your doctors prescribed, from the notes they signed. Ask them before you stop or change one."
        actions={page.items.length > 0 ? <PrintButton /> : null}
      />
      <RecordsNav current="medicines" patientId={wanted.for} patients={patients} />
      <LeftOutNote read={read} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<Pill />}
          title="No medicines yet"
          text="What a doctor prescribes in a visit appears here as soon as the note is signed."
        />
      ) : (
        <MedicineList medicines={toEntries(page.items, new Date())} withPatient={patientIds.length > 1} />
      )}
      <LoadMore
        href={page.nextCursor ? routes.patient.medicines({ ...wanted, cursor: page.nextCursor }) : null}
        label="Show older medicines"
      />
    </>
  );
}

function toEntries(medicines: OwnMedicine[], now: Date): MedicineEntry[] {
  return medicines.map(({ signedAt, ...one }) => {
    const until = takenUntil({ days: one.days, signedAt });
    return {
      ...one,
      prescribedAt: signedAt.toISOString(),
      until: until?.toISOString() ?? null,
      isCurrent: !one.isWithdrawn && (until === null || until > now),
    };
  });
}
