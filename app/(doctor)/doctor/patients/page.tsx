import { Users } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { loadFrom, readName, readSearch, type Search } from "@/app/search-params";
import { SearchForm } from "@/components/administration/search-form";
import { DoctorPatients } from "@/components/doctor-day/doctor-patients";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { listDoctorPatients } from "@/lib/domain/appointments/list-doctor-patients";
import { sealedName } from "@/lib/domain/lookup/schema";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../require-doctor";

export const metadata: Metadata = { title: "Patients" };

const PAGE = 30;
const patientsSearch = z.object({ name: sealedName.optional(), cursor: z.string().max(1024).optional() });

export default async function PatientsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const given = await searchParams;
  const actor = await requireDoctor(routes.doctor.patients());
  const { read, name } = readName(actor, readSearch(patientsSearch, given), given);
  const { cursor } = read.filter;
  const page = await loadFrom(cursor, (from) => listDoctorPatients(actor, { name }, { limit: PAGE, cursor: from }));
  return (
    <>
      <PageHeader
        title={name ? `Patients called “${name}”` : "Your patients"}
        text="Everyone with a visit that took place or is booked, and those who share their record with you, the latest first."
      />
      <SearchForm
        people="patients"
        leftOut={read.leftOut}
        fields={[{ name: "name", label: "Patient's name", value: name, maxLength: 100 }]}
      />
      <LeftOutNote read={read} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<Users />}
          title={name ? "No patients match" : "No patients yet"}
          text={
            name
              ? "Try the start of a first or last name."
              : "Everyone who books a visit with you, or shares their record with you, appears here."
          }
        />
      ) : (
        <DoctorPatients patients={page.items} />
      )}
      <LoadMore
        href={page.nextCursor ? routes.doctor.patients({ ...read.filter, cursor: page.nextCursor }) : null}
        label="Show earlier ones"
      />
    </>
  );
}
