import { ArrowRight, CalendarCheck, Hospital, Search, Siren, Stethoscope } from "lucide-react";
import type { Metadata, Route } from "next";
import { DoctorGrid } from "@/components/directory/doctor-grid";
import { SearchPanel } from "@/components/directory/search-panel";
import { HowItWorks } from "@/components/directory/how-it-works";
import { SpecialtyLinks } from "@/components/services/specialty-links";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { loadChoices } from "@/lib/domain/directory/load-choices";
import { searchDoctors } from "@/lib/domain/directory/queries";
import type { DoctorCard } from "@/lib/domain/directory/schema";
import { listSpecialties } from "@/lib/domain/services/queries";
import { routes } from "@/lib/site/routes";
import { readersToday } from "./today";

export const metadata: Metadata = {
  title: { absolute: "CareSync – find a doctor and book online" },
  alternates: { canonical: routes.home() },
  openGraph: { url: routes.home(), title: "CareSync – find a doctor and book online" },
};

const STEPS = [
  {
    icon: <Search aria-hidden />,
    title: "Tell us what you need",
    text: "Search by specialty, service or name, and choose a place and date.",
  },
  {
    icon: <CalendarCheck aria-hidden />,
    title: "Tap a time",
    text: "Availability updates live. Your time is held for five minutes while you decide.",
  },
  {
    icon: <Stethoscope aria-hidden />,
    title: "Just turn up",
    text: "The doctor and front desk see your appointment at once. Rescheduling or cancelling takes just a tap.",
  },
];

export default async function HomePage() {
  const [choices, soonest, specialties, today] = await Promise.all([
    loadChoices(),
    searchDoctors({ sort: "soonest" }, { limit: 3 }),
    listSpecialties(),
    readersToday(),
  ]);
  return (
    <div className="mx-auto max-w-6xl px-4 sm:px-6 lg:px-8">
      <section className="pt-10 pb-12 sm:pt-16">
        <h1 className="max-w-3xl text-4xl sm:text-5xl">Find a doctor. Book a time that works.</h1>
        <p className="mt-4 max-w-prose text-lg text-quiet">
          Patients, doctors and hospitals share one live calendar. Every time you see is available. Book in three taps.
        </p>
        <div className="mt-8">
          <SearchPanel cities={choices.cities} today={today} />
        </div>
        <EmergencyNote />
      </section>
      {soonest.items.length > 0 ? <SoonestDoctors doctors={soonest.items} /> : null}
      <section aria-labelledby="how" className="mt-16">
        <h2 id="how" className="text-2xl">
          How it works
        </h2>
        <HowItWorks steps={STEPS} />
      </section>
      <section aria-labelledby="specialties" className="mt-16">
        <h2 id="specialties" className="mb-4 text-2xl">
          Specialties
        </h2>
        <SpecialtyLinks specialties={specialties} />
      </section>
      <ForProviders />
    </div>
  );
}

/** Someone in danger must not have to search. */
function EmergencyNote() {
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <span className="inline-flex items-center gap-2 font-semibold text-stop">
        <Siren aria-hidden className="size-[1.125rem]" /> Emergency? Call your local emergency number now.
      </span>
      <Link href={routes.emergency.request()} className="touch-target text-quiet underline hover:text-ink">
        Emergency department phone numbers
      </Link>
    </p>
  );
}

function SoonestDoctors({ doctors }: { doctors: DoctorCard[] }) {
  return (
    <section aria-labelledby="soonest" className="mt-4">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-2">
        <h2 id="soonest" className="text-2xl">
          Next available
        </h2>
        <Link
          href={routes.doctors.list()}
          className="touch-target inline-flex items-center gap-1 text-sm font-semibold text-accent hover:underline"
        >
          All doctors <ArrowRight aria-hidden className="size-4" />
        </Link>
      </div>
      <DoctorGrid doctors={doctors} level={3} />
    </section>
  );
}

function ForProviders() {
  return (
    <section aria-labelledby="take-part" className="mt-16 grid gap-4 sm:grid-cols-2">
      <h2 id="take-part" className="sr-only">
        For providers
      </h2>
      <Invitation
        icon={<Stethoscope aria-hidden />}
        title="Are you a doctor?"
        href={routes.signUp({ kind: "doctor" })}
        action="List your practice"
        text="Your hours, exceptions and appointments in one place, wherever you work."
      />
      <Invitation
        icon={<Hospital aria-hidden />}
        title="Do you run a hospital?"
        href={routes.signUp({ kind: "hospital" })}
        action="List your hospital"
        text="A front desk that sees bookings as they happen, for all your doctors."
      />
    </section>
  );
}

function Invitation({
  icon,
  title,
  text,
  href,
  action,
}: {
  icon: React.ReactNode;
  title: string;
  text: string;
  href: Route;
  action: string;
}) {
  return (
    <div className="rounded-lg border border-line bg-surface p-6">
      <span className="flex size-10 items-center justify-center rounded-full bg-accent-soft text-accent [&_svg]:size-5">
        {icon}
      </span>
      <h3 className="mt-4 text-lg">{title}</h3>
      <p className="mt-1 text-quiet">{text}</p>
      <Button asChild variant="secondary" className="mt-5">
        <Link href={href}>{action}</Link>
      </Button>
    </div>
  );
}
