import { X } from "lucide-react";
import type { Metadata } from "next";
import { readSearch, type Search } from "@/app/search-params";
import { CallForm } from "@/components/ambulances/call-form";
import { CallStrip } from "@/components/ambulances/call-strip";
import { HospitalPhones } from "@/components/ambulances/hospital-phones";
import { WhatHappens } from "@/components/ambulances/what-happens";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { getOwnAccount } from "@/lib/domain/accounts/queries";
import { ESCALATION_MINUTES } from "@/lib/domain/ambulances/rules";
import { offeredTowns } from "@/lib/domain/ambulances/schema";
import { getHospitalProfile } from "@/lib/domain/hospitals/queries";
import { loadHospitalsOrLastKnown } from "@/lib/domain/hospitals/load-hospitals-or-last-known";
import { listOwnPatients } from "@/lib/domain/patients/queries";
import { newSecretToken } from "@/lib/platform/auth/secret-token";
import { currentActor } from "@/lib/actor/session";
import { noteOwn } from "@/lib/platform/page-notes/page-notes";
import { withoutDatabase } from "@/lib/platform/errors/driver-errors";
import { routes } from "@/lib/site/routes";
import { z } from "zod";

export const metadata: Metadata = {
  title: "Emergency",
  description:
    "In an emergency, call your local emergency number. Request an ambulance from the nearest hospital here, without an account.",
  alternates: { canonical: routes.emergency.request() },
  openGraph: { title: "Emergency", url: routes.emergency.request() },
};

const wanted = z.object({ hospital: z.string().max(120).optional() });

// No loading.tsx beside this page or that of a call: a loading state is replaced only by scripts, and both pages must
// work without any.
export default async function EmergencyPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { hospital: slug } = readSearch(wanted, await searchParams).filter;
  const [caller, { towns, hospitals }, hospital] = await Promise.all([
    withoutDatabase(loadCaller()),
    loadHospitalsOrLastKnown(),
    withoutDatabase(loadAsked(slug)),
  ]);
  const { token } = newSecretToken();
  noteOwn(token, "secret");
  return (
    <div className="mx-auto grid max-w-6xl gap-x-10 gap-y-8 px-4 pt-4 sm:px-6 sm:pt-8 lg:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)] lg:px-8">
      <div className="grid min-w-0 content-start gap-4">
        <CallStrip />
        <div>
          <h1 className="text-2xl">Request an ambulance</h1>
          {hospital ? <AskedFirst name={hospital.name} /> : null}
        </div>
        <CallForm towns={offeredTowns(towns)} caller={caller} hospitalId={hospital?.id ?? null} token={token} />
      </div>
      <div className="min-w-0">
        <Section title="What happens next">
          <WhatHappens escalationMinutes={ESCALATION_MINUTES} />
        </Section>
        {hospitals.length > 0 ? (
          <Section title="Hospitals" text="For questions that can wait.">
            <HospitalPhones hospitals={hospitals} />
          </Section>
        ) : null}
      </div>
    </div>
  );
}

function AskedFirst({ name }: { name: string }) {
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2 text-sm text-quiet">
      <span>{name} is asked first.</span>
      <Link
        href={routes.emergency.request()}
        className="touch-target inline-flex items-center gap-1 font-medium text-accent hover:underline"
      >
        <X aria-hidden className="size-4" /> Ask the nearest hospital
      </Link>
    </p>
  );
}

/** A signed-in user has most of it filled in, and chooses the patient. */
async function loadCaller() {
  const actor = await currentActor();
  if (!actor) return null;
  const [account, people] = await Promise.all([getOwnAccount(actor), listOwnPatients(actor)]);
  return { name: account.name, phone: account.phone ?? "", people: people.map(({ id, name }) => ({ id, name })) };
}

/** The hospital they came from; an unknown slug asks no one in particular. */
async function loadAsked(slug: string | undefined) {
  return slug ? getHospitalProfile({ slug }).catch(() => null) : null;
}
