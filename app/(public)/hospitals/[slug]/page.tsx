import { BedDouble, Clock, MapPin, Phone, Siren } from "lucide-react";
import type { Metadata } from "next";
import { cache } from "react";
import { pagesWanted } from "@/app/search-params";
import { JsonLd } from "@/components/directory/json-ld";
import { hospitalLd } from "@/components/hospitals/hospital-ld";
import { Capacity } from "@/components/hospitals/capacity";
import { HospitalDoctors } from "@/components/hospitals/hospital-doctors";
import { KeepFresh } from "@/components/realtime/keep-fresh";
import { LiveRefresh } from "@/components/realtime/live-refresh";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { placeOf } from "@/components/ui/format-instant";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { getHospitalPage } from "@/lib/domain/analytics/queries";
import type { HospitalPage as Hospital } from "@/lib/domain/analytics/schema";
import { counted } from "@/lib/platform/text/counted";
import { listHospitalDoctors } from "@/lib/domain/hospitals/queries";
import { config } from "@/lib/platform/config/config";
import { orNotFound } from "@/app/or-not-found";
import { NoTimeSuits } from "@/app/no-time-suits";
import { listTargetsAt } from "@/lib/domain/waitlist/list-targets";
import { telHref, showPhone } from "@/lib/platform/text/phone";
import { routes } from "@/lib/site/routes";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const PER_PAGE = 12;
const MAX_PAGES = 12;

const load = cache((slug: string) => orNotFound(getHospitalPage({ slug })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const hospital = await load((await params).slug);
  const title =
    hospital.city && !hospital.name.includes(hospital.city) ? `${hospital.name}, ${hospital.city}` : hospital.name;
  const description = hospital.description || `Departments and doctors at ${title} with their next available times.`;
  const url = routes.hospitals.profile(hospital.slug);
  return { title, description, alternates: { canonical: url }, openGraph: { title, description, url } };
}

export default async function HospitalPage({ params, searchParams }: Props) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const hospital = await load(slug);
  const pages = pagesWanted(search.pages, MAX_PAGES);
  const { items, nextCursor } = await orNotFound(listHospitalDoctors(hospital.id, { limit: pages * PER_PAGE }));
  return (
    <div className="mx-auto max-w-6xl px-4 pt-8 sm:px-6 lg:px-8">
      <JsonLd data={hospitalLd(hospital, config.site.origin)} />
      <LiveRefresh channels={[`hospital-${hospital.id}`, ...items.map((doctor) => `doctor-${doctor.id}`)]} />
      <KeepFresh asOf={hospital.capacity.asOf} />
      <PageHeader
        back={{ href: routes.hospitals.list(), label: "All hospitals" }}
        title={hospital.name}
        text={hospital.description}
        actions={<HospitalActions hospital={hospital} />}
      />
      <HospitalFacts hospital={hospital} />
      {hospital.capacity.beds.length + hospital.capacity.ambulances.length > 0 ? (
        <Section title="Free now" className="mt-8">
          <Capacity capacity={hospital.capacity} />
        </Section>
      ) : null}
      {hospital.departments.length > 0 ? <Departments departments={hospital.departments} /> : null}
      <Section title={counted(hospital.doctorCount, "doctor")} text="With their next available times here.">
        <HospitalDoctors doctors={items} />
        <LoadMore
          href={nextCursor && pages < MAX_PAGES ? routes.hospitals.profile(hospital.slug, { pages: pages + 1 }) : null}
          label="Show more doctors"
        />
        <NoTimeSuits
          targets={{ label: "What you need", options: await listTargetsAt(hospital.id) }}
          timeZone={hospital.timeZone}
        />
      </Section>
    </div>
  );
}

type HospitalProps = { hospital: Hospital };

function HospitalActions({ hospital: { slug, phone, capacity } }: HospitalProps) {
  return (
    <>
      {phone ? (
        <Button asChild variant="secondary">
          <a href={telHref(phone)} className="tabular">
            <Phone aria-hidden /> {showPhone(phone)}
          </a>
        </Button>
      ) : null}
      <Button asChild variant="secondary">
        <Link href={routes.emergency.request({ hospital: slug })}>
          <Siren aria-hidden className="text-stop" /> Request an ambulance
        </Link>
      </Button>
      {capacity.beds.length > 0 ? (
        <Button asChild>
          <Link href={routes.patient.requestStay({ hospital: slug })}>
            <BedDouble aria-hidden /> Request a bed
          </Link>
        </Button>
      ) : null}
    </>
  );
}

function HospitalFacts({ hospital: { address, timeZone } }: HospitalProps) {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2 text-sm [&_svg]:size-4 [&_svg]:text-quiet">
      {address ? (
        <li className="flex min-w-0 items-center gap-2 wrap-anywhere">
          <MapPin aria-hidden /> {address}
        </li>
      ) : null}
      <li className="flex items-center gap-2">
        <Clock aria-hidden /> Times in {placeOf(timeZone)} time
      </li>
    </ul>
  );
}

function Departments({ departments }: Pick<Hospital, "departments">) {
  return (
    <Section title="Departments" className="mt-8">
      <ul className="flex flex-wrap gap-2">
        {departments.map(({ id, name, doctorCount }) => (
          <li key={id} className="max-w-full min-w-0">
            <Badge className="h-auto min-h-6 wrap-anywhere whitespace-normal">
              {name}
              {doctorCount > 0 ? <span className="font-normal">· {doctorCount}</span> : null}
            </Badge>
          </li>
        ))}
      </ul>
    </Section>
  );
}
