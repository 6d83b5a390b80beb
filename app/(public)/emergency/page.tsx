import { Phone, Siren } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { FormMessage } from "@/components/ui/form-message";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { searchHospitals } from "@/lib/domain/hospitals/search-hospitals";

export const metadata: Metadata = {
  title: "Emergency",
  description: "In danger call your local emergency number. Here are hospitals and their telephones.",
  alternates: { canonical: "/emergency" },
  openGraph: { title: "Emergency", url: "/emergency" },
};

const NUMBERS = [
  { where: "Europe and many other countries", number: "112" },
  { where: "United States and Canada", number: "911" },
  { where: "Japan", number: "119" },
  { where: "Kenya", number: "999" },
  { where: "United Kingdom", number: "999" },
  { where: "India", number: "112" },
  { where: "Nepal", number: "102" },
  { where: "Australia", number: "000" },
];

const dial = (number: string) => `tel:${number.replace(/[^+\d]/g, "")}`;

export default async function EmergencyPage() {
  const { items } = await searchHospitals({}, { limit: 50 });
  return (
    <div className="mx-auto max-w-3xl px-4 pt-8 sm:px-6 lg:px-8">
      <PageHeader title="In danger? Call your local emergency number now." />
      <FormMessage tone="stop" title="CareSync does not send help by itself">
        An ambulance comes when you telephone. Say where you are, what has happened and how many people are hurt, and stay on the line.
      </FormMessage>
      <Section title="Emergency numbers">
        <ul className="grid gap-2 sm:grid-cols-2">
          {NUMBERS.map(({ where, number }) => (
            <li key={where}>
              <a
                href={dial(number)}
                className="flex min-h-14 items-center justify-between gap-4 rounded-lg border border-line bg-surface px-4 py-2 hover:border-stop hover:bg-stop-soft"
              >
                <span className="text-sm">{where}</span>
                <span className="tabular inline-flex items-center gap-2 text-xl font-semibold text-stop"><Siren aria-hidden className="size-5" /> {number}</span>
              </a>
            </li>
          ))}
        </ul>
      </Section>
      {items.length > 0 ? (
        <Section title="Hospitals" text="For questions that can wait for an answer on the telephone.">
          <Card flush>
            <ul className="divide-y divide-line">
              {items.map((hospital) => (
                <li key={hospital.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
                  <div className="min-w-0">
                    <h3 className="text-base">
                      <Link href={`/hospitals/${hospital.slug}` as Route} className="rounded-sm hover:text-accent hover:underline">{hospital.name}</Link>
                    </h3>
                    <p className="text-sm text-quiet">{hospital.address ?? hospital.city}</p>
                  </div>
                  {hospital.phone ? (
                    <a href={dial(hospital.phone)} className="tabular touch-target inline-flex items-center gap-2 font-semibold text-accent hover:underline">
                      <Phone aria-hidden className="size-4" /> {hospital.phone}
                    </a>
                  ) : null}
                </li>
              ))}
            </ul>
          </Card>
        </Section>
      ) : null}
    </div>
  );
}
