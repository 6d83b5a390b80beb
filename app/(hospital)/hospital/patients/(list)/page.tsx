import { ContactRound, UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { loadFrom, readName, readSearch, type Search } from "@/app/search-params";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { SearchForm } from "@/components/administration/search-form";
import { FoundPatients, RegisteredPatients } from "@/components/registrations/patient-lists";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import type { Actor } from "@/lib/actor/actor";
import { searchPatients } from "@/lib/domain/front-desk/search-patients";
import { sealedName } from "@/lib/domain/lookup/schema";
import { listRegistrations } from "@/lib/domain/registrations/queries";
import { routes } from "@/lib/site/routes";

// No name in the title, because titles end up in the browser's history.
export const metadata: Metadata = { title: "Patients" };

const PAGE = 50;
const patientsSearch = z.object({ name: sealedName.optional(), cursor: z.string().max(1024).optional() });

type Props = { searchParams: Promise<Search> };

export default async function HospitalPatientsPage({ searchParams }: Props) {
  const given = await searchParams;
  const { actor, hospital } = await requireDesk(routes.hospital.patients());
  const { read, name } = readName(actor, readSearch(patientsSearch, given), given);
  return (
    <>
      <PageHeader
        title={name ? `Patients found by “${name}”` : "Registered patients, newest first"}
        text="A search also finds those who have had an appointment, a stay or an ambulance here."
        actions={
          <Button asChild>
            <Link href={routes.hospital.registerPatient()}>
              <UserPlus aria-hidden /> Register patient
            </Link>
          </Button>
        }
      />
      <SearchForm
        people="registered"
        leftOut={read.leftOut}
        fields={[{ name: "name", label: "Name or record number", value: name, maxLength: 100 }]}
      />
      <LeftOutNote read={read} />
      {name ? (
        <Found actor={actor} hospitalId={hospital.id} name={name} />
      ) : (
        <Registered actor={actor} hospitalId={hospital.id} cursor={read.filter.cursor} />
      )}
    </>
  );
}

type PartProps = { actor: Actor; hospitalId: string };

async function Found({ actor, hospitalId, name }: PartProps & { name: string }) {
  const patients = await searchPatients(actor, { hospitalId, name });
  if (patients.length > 0) return <FoundPatients patients={patients} />;
  return (
    <EmptyState
      icon={<ContactRound />}
      title="No patients match"
      text="Try the start of a first or last name, or the whole record number."
    />
  );
}

async function Registered({ actor, hospitalId, cursor }: PartProps & { cursor: string | undefined }) {
  const page = await loadFrom(cursor, (from) => listRegistrations(actor, hospitalId, { limit: PAGE, cursor: from }));
  if (page.items.length === 0)
    return (
      <EmptyState
        icon={<ContactRound />}
        title="No registered patients yet"
        text="Register a patient here, or import a file with all of them."
      />
    );
  return (
    <>
      <RegisteredPatients registrations={page.items} />
      <LoadMore
        href={page.nextCursor ? routes.hospital.patients({ cursor: page.nextCursor }) : null}
        label="Show earlier ones"
      />
    </>
  );
}
