import type { Metadata } from "next";
import { cache, Suspense } from "react";
import { BookingSection } from "@/app/booking-section";
import { JsonLd } from "@/components/directory/json-ld";
import { DoctorIdentity } from "@/components/doctors/doctor-identity";
import { DoctorPlaces } from "@/components/doctors/doctor-places";
import { DoctorServices } from "@/components/doctors/doctor-services";
import { physicianLd } from "@/components/doctors/physician-ld";
import { Section } from "@/components/ui/section";
import { CardsSkeleton } from "@/components/ui/skeleton-patterns";
import { specialtyLine } from "@/lib/domain/directory/format";
import { formatMoney } from "@/lib/platform/money/amount";
import { getDoctorProfile } from "@/lib/domain/doctors/queries";
import type { DoctorProfile } from "@/lib/domain/doctors/schema";
import { config } from "@/lib/platform/config/config";
import { orNotFound } from "@/app/or-not-found";
import type { Search } from "@/app/search-params";
import { routes } from "@/lib/site/routes";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Search> };

/** Once per request for metadata and page. The 404 page when no listed doctor has this slug. */
const load = cache((slug: string) => orNotFound(getDoctorProfile({ slug })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const doctor = await load((await params).slug);
  const city = doctor.places.find((place) => place.city)?.city;
  const what = specialtyLine(doctor.specialties) || "Doctor";
  const title = `${doctor.name} – ${what}${city ? ` in ${city}` : ""}`;
  const description = `${title}. Available times, services and fees. Book in three taps.`;
  const url = routes.doctors.profile(doctor.slug);
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { type: "profile", title, description, url },
  };
}

export default async function DoctorPage({ params, searchParams }: Props) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const doctor = await load(slug);
  return (
    <div className="mx-auto max-w-6xl px-4 pt-8 sm:px-6 lg:px-8">
      <JsonLd data={physicianLd(doctor, config.site.origin)} />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <div className="min-w-0">
          <DoctorIdentity doctor={doctor} />
        </div>
        <BookSection doctor={doctor} search={search} />
        <div className="min-w-0">
          {doctor.services.length > 0 ? (
            <Section title="Services">
              <DoctorServices services={doctor.services} />
            </Section>
          ) : null}
          {doctor.places.length > 0 ? (
            <Section title={doctor.places.length === 1 ? "Place" : "Places"}>
              <DoctorPlaces places={doctor.places} />
            </Section>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function BookSection({ doctor, search }: { doctor: DoctorProfile; search: Search }) {
  const services = doctor.services.map(({ id, name, durationMinutes, fee }) => ({
    id,
    name,
    durationMinutes,
    fee: fee && formatMoney(fee),
  }));
  const places = Object.fromEntries(doctor.places.map((place) => [place.hospital?.id ?? "", place.name]));
  const phones = Object.fromEntries(doctor.places.map((place) => [place.hospital?.id ?? "", place.phone]));
  const bookable = {
    id: doctor.id,
    name: doctor.name,
    timeZone: doctor.timeZone,
    fee: doctor.fee && formatMoney(doctor.fee),
  };
  const zones = Object.fromEntries(doctor.places.map((place) => [place.hospital?.id ?? "", place.timeZone]));
  return (
    <section id="book" aria-labelledby="book-title" className="min-w-0 lg:row-span-2">
      <h2 id="book-title" className="mb-3 text-lg">
        Book an appointment
      </h2>
      <Suspense fallback={<CardsSkeleton count={3} />}>
        <BookingSection
          doctor={bookable}
          services={services}
          places={places}
          zones={zones}
          phones={phones}
          search={search}
        />
      </Suspense>
    </section>
  );
}
