import { CalendarSync, LockOpen, Users } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { loadFrom, readName, readSearch, type Search } from "@/app/search-params";
import { SearchForm } from "@/components/administration/search-form";
import { DoctorPatients } from "@/components/doctor-day/doctor-patients";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { listDoctorPatients } from "@/lib/domain/appointments/list-doctor-patients";
import { sealedName } from "@/lib/domain/lookup/schema";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../../require-doctor";

export const metadata: Metadata = { title: "Patients" };

const PAGE = 30;
const SHARED = "shared";
const patientsSearch = z.object({
  name: sealedName.optional(),
  view: z.literal(SHARED).optional(),
  cursor: z.string().max(1024).optional(),
});

export default async function PatientsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const given = await searchParams;
  const actor = await requireDoctor(routes.doctor.patients());
  const { read, name } = readName(actor, readSearch(patientsSearch, given), given);
  const { cursor, view } = read.filter;
  const isShared = view === SHARED;
  const page = await loadFrom(cursor, (from) =>
    listDoctorPatients(actor, { name, isShared }, { limit: PAGE, cursor: from }),
  );
  return (
    <>
      <PageHeader
        title={name ? `Patients called “${name}”` : "Your patients"}
        text="Everyone with a visit that took place or is booked, and those who share their record with you, the latest first."
        actions={<Ways />}
      />
      <FilterLinks
        label="Which patients"
        links={[
          { label: "All", href: routes.doctor.patients(), isCurrent: !isShared },
          { label: "Shared with you", href: routes.doctor.patients({ view: SHARED }), isCurrent: isShared },
        ]}
      />
      <SearchForm
        people="patients"
        leftOut={read.leftOut}
        fields={[{ name: "name", label: "Patient's name", value: name, maxLength: 100 }]}
      />
      <LeftOutNote read={read} />
      {page.items.length === 0 ? (
        <NoPatients isNamed={name !== undefined} isShared={isShared} />
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

function Ways() {
  return (
    <>
      <Button asChild variant="secondary">
        <Link href={routes.doctor.recalls()}>
          <CalendarSync aria-hidden /> Recalls
        </Link>
      </Button>
      <Button asChild variant="secondary">
        <Link href={routes.doctor.emergency()}>
          <LockOpen aria-hidden /> Open a record in an emergency
        </Link>
      </Button>
    </>
  );
}

function NoPatients({ isNamed, isShared }: { isNamed: boolean; isShared: boolean }) {
  const [title, text] = isNamed
    ? ["No patients match", "Try the start of a first or last name."]
    : isShared
      ? ["No shared records", "When a patient shares their record with you, they appear here."]
      : ["No patients yet", "Everyone who books a visit with you, or shares their record with you, appears here."];
  return <EmptyState icon={<Users />} title={title} text={text} />;
}
