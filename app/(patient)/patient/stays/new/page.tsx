import { BedDouble } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { readSearch, type Search } from "@/app/search-params";
import { orNotFound } from "@/app/or-not-found";
import { RequestBedForm } from "@/components/beds/request-bed-form";
import { LiveRefresh } from "@/components/realtime/live-refresh";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { getHospitalPage } from "@/lib/domain/analytics/queries";
import { addressLine } from "@/lib/domain/appointments/format-calendar";
import { listOwnPatients } from "@/lib/domain/patients/queries";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Request a bed" };

/** The hospital by its slug. */
const wanted = z.object({ hospital: z.string().max(200).optional() });

export default async function NewStayPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { hospital: slug } = readSearch(wanted, await searchParams).filter;
  const actor = await requirePageActor(routes.patient.requestStay({ hospital: slug }));
  if (actor.patientIds.length === 0) notFound();
  if (!slug)
    return (
      <ChooseHospital
        title="Which hospital?"
        text="Each hospital's page shows its free beds. You can request one there."
      />
    );
  const [hospital, patients] = await Promise.all([orNotFound(getHospitalPage({ slug })), listOwnPatients(actor)]);
  const { id, name, timeZone, capacity } = hospital;
  if (capacity.beds.length === 0)
    return <ChooseHospital title={`${name} has no beds`} text="It has no overnight beds. Choose another hospital." />;
  return (
    <>
      <LiveRefresh channels={[`hospital-${id}`]} />
      <PageHeader
        back={{ href: routes.hospitals.profile(slug), label: name }}
        title={`Request a bed at ${name}`}
        text={addressLine(hospital)}
      />
      <RequestBedForm
        hospital={{ id, name, timeZone }}
        kinds={capacity.beds}
        patients={patients.map(({ id: patientId, name: who }) => ({ id: patientId, name: who }))}
        asOf={capacity.asOf}
      />
    </>
  );
}

function ChooseHospital({ title, text }: { title: string; text: string }) {
  return (
    <>
      <PageHeader back={{ href: routes.patient.stays(), label: "Stays" }} title="Request a bed" />
      <EmptyState
        icon={<BedDouble />}
        title={title}
        text={text}
        action={
          <Button asChild>
            <Link href={routes.hospitals.list()}>Find a hospital</Link>
          </Button>
        }
      />
    </>
  );
}
