import { Stethoscope } from "lucide-react";
import type { Metadata } from "next";
import { cache } from "react";
import { pagesWanted } from "@/app/search-params";
import { DoctorGrid } from "@/components/directory/doctor-grid";
import { JsonLd } from "@/components/directory/json-ld";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { counted } from "@/lib/platform/text/counted";
import { searchDoctors } from "@/lib/domain/directory/queries";
import { getService } from "@/lib/domain/services/queries";
import { config } from "@/lib/platform/config/config";
import { orNotFound } from "@/app/or-not-found";
import { NoTimeSuits } from "@/app/no-time-suits";
import { listTargetsOf } from "@/lib/domain/waitlist/list-targets";
import { routes } from "@/lib/site/routes";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const PER_PAGE = 12;
const MAX_PAGES = 12;

const load = cache((slug: string) => orNotFound(getService(slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, description, slug } = await load((await params).slug);
  const url = routes.services.details(slug);
  return { title: name, description, alternates: { canonical: url }, openGraph: { title: name, description, url } };
}

export default async function ServicePage({ params, searchParams }: Props) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const service = await load(slug);
  const pages = pagesWanted(search.pages, MAX_PAGES);
  const { items, nextCursor } = await searchDoctors({ sort: "soonest", service: slug }, { limit: pages * PER_PAGE });
  return (
    <div className="mx-auto max-w-6xl px-4 pt-8 sm:px-6 lg:px-8">
      <JsonLd
        data={{
          "@type": "MedicalBusiness",
          "@id": `${config.site.origin}${routes.services.details(slug)}`,
          name: service.name,
          description: service.description,
          medicalSpecialty: service.specialty.name,
        }}
      />
      <PageHeader
        back={{ href: routes.services.list(), label: "All services" }}
        eyebrow={service.specialty.name}
        title={service.name}
        text={service.description}
      />
      {items.length === 0 ? (
        <EmptyState
          icon={<Stethoscope />}
          title="No doctors offer this yet"
          action={
            <Button asChild variant="secondary">
              <Link href={routes.doctors.list({ specialty: service.specialty.slug })}>
                Doctors in {service.specialty.name.toLowerCase()}
              </Link>
            </Button>
          }
        />
      ) : (
        <>
          <p className="mb-3 text-sm text-quiet">{counted(service.doctorCount, "doctor")}, soonest first</p>
          <DoctorGrid doctors={items} serviceId={service.id} />
        </>
      )}
      <LoadMore
        href={nextCursor && pages < MAX_PAGES ? routes.services.details(slug, { pages: pages + 1 }) : null}
        label="Show more doctors"
      />
      <NoTimeSuits targets={{ label: "Hospital", options: await listTargetsOf(service.id) }} timeZone="UTC" />
    </div>
  );
}
