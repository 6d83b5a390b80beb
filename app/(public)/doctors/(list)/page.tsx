import { SearchX } from "lucide-react";
import type { Metadata, Route } from "next";
import { pagesWanted } from "@/app/search-params";
import { DoctorFilters } from "@/components/directory/doctor-filters";
import { MeaningNote } from "@/components/directory/meaning-note";
import { FeeNote } from "@/components/directory/fee-note";
import { DoctorGrid } from "@/components/directory/doctor-grid";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { languageName } from "@/lib/domain/directory/format";
import { counted } from "@/lib/platform/text/counted";
import { isPlaced, listFeeCurrencies, placeOf } from "@/lib/domain/directory/find-fee-currency";
import { listChoices } from "@/lib/domain/directory/list-choices";
import { searchDoctors } from "@/lib/domain/directory/queries";
import { meaningOf, wordsFor } from "@/lib/domain/directory/rules-words";
import type { DoctorFilter } from "@/lib/domain/directory/schema";
import { suggestInstead, type Instead } from "@/lib/domain/directory/suggest-instead";
import { listSpecialties } from "@/lib/domain/services/queries";
import { routes } from "@/lib/site/routes";
import { readersToday } from "../../today";
import { readFilter } from "../read-filter";

type Search = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Search> };

const PER_PAGE = 12;
const MAX_PAGES = 12;

/** "Cardiology doctors in Berlin": the filters in words. */
async function titleOf({ specialty, city, near, q }: DoctorFilter): Promise<string> {
  const name = specialty ? (await listSpecialties()).find((one) => one.slug === specialty)?.name : undefined;
  const where = city ? ` in ${city}` : near ? " near you" : "";
  return `${name ? `${name} doctors` : "Doctors"}${where}${q ? ` for “${q}”` : ""}`;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { filter } = await readFilter(await searchParams);
  const title = await titleOf(filter);
  const canonical = routes.doctors.list({ specialty: filter.specialty, city: filter.city });
  return {
    title,
    description: `${title} with their next available times, fees and languages. Book in three taps.`,
    alternates: { canonical },
    openGraph: { title, url: canonical },
    // Searches for a name or near a place are not indexed.
    ...(filter.q || filter.near ? { robots: { index: false, follow: true } } : {}),
  };
}

export default async function DoctorsPage({ searchParams }: Props) {
  const search = await searchParams;
  const read = await readFilter(search);
  const asked = read.filter;
  const pages = pagesWanted(search.pages, MAX_PAGES);
  const choices = await listChoices();
  // The usual currency of the place; of most doctors without a place.
  const [[ofPlace], found] = await Promise.all([
    isPlaced(asked) ? listFeeCurrencies(placeOf(asked)) : choices.currencies,
    asked.maxFee === undefined ? [] : listFeeCurrencies(asked),
  ]);
  const usualCurrency = ofPlace ?? choices.currencies[0] ?? "EUR";
  // A currency alone would silently hide doctors.
  const filter = { ...asked, currency: asked.maxFee === undefined ? undefined : (asked.currency ?? usualCurrency) };
  const meaning = meaningOf(filter.q ?? "");
  const [{ items, nextCursor }, specialties, today, title] = await Promise.all([
    searchDoctors(filter, { limit: pages * PER_PAGE }),
    listSpecialties(),
    readersToday(),
    titleOf(filter),
  ]);
  return (
    <div className="mx-auto max-w-6xl px-4 pt-8 sm:px-6 lg:px-8">
      <PageHeader title={title} text="Availability updates live." />
      <DoctorFilters
        leftOut={read.leftOut}
        choices={{
          today,
          currencies: choices.currencies,
          usualCurrency: filter.currency ?? usualCurrency,
          specialties: specialties
            .filter((one) => one.doctorCount > 0)
            .map(({ slug, name }) => ({ value: slug, label: name, keywords: wordsFor(slug) })),
          cities: choices.cities.map((city) => ({ value: city, label: city })),
          languages: choices.languages
            .map((code) => ({ value: code, label: languageName(code) }))
            .sort((a, b) => a.label.localeCompare(b.label)),
        }}
      />
      <LeftOutNote read={read} className="mt-4" />
      {meaning && filter.q ? (
        <MeaningNote
          typed={filter.q}
          specialties={specialties
            .filter(({ slug }) => meaning.specialties.includes(slug))
            .sort((a, b) => meaning.specialties.indexOf(a.slug) - meaning.specialties.indexOf(b.slug))}
          hrefOf={(specialty) => hrefOf({ ...search, q: meaning.rest || undefined, specialty, pages: undefined })}
        />
      ) : null}
      {filter.maxFee !== undefined && filter.currency ? (
        <FeeNote
          maxFee={filter.maxFee}
          currency={filter.currency}
          others={found.filter((code) => code !== filter.currency)}
          withoutHref={hrefOf({ ...search, maxFee: undefined, currency: undefined, pages: undefined })}
        />
      ) : null}
      <p role="status" className="mt-6 mb-3 text-sm text-quiet">
        {items.length === 0 ? "" : nextCursor ? `The first ${items.length}` : counted(items.length, "doctor")}
      </p>
      {items.length === 0 ? (
        <NoResults filter={filter} search={search} specialties={specialties} />
      ) : (
        <DoctorGrid doctors={items} from={filter.availableFrom} />
      )}
      <LoadMore
        href={nextCursor && pages < MAX_PAGES ? hrefOf({ ...search, pages: String(pages + 1) }) : null}
        label="Show more doctors"
      />
    </div>
  );
}

/** The list's address: single values only, as they were given. */
function hrefOf(search: Search): Route {
  return routes.doctors.list(
    Object.fromEntries(
      Object.entries(search).map(([key, value]) => [key, typeof value === "string" ? value : undefined]),
    ),
  );
}

const WITHOUT: Partial<Record<keyof DoctorFilter, string>> = {
  availableFrom: "Any day",
  maxFee: "Any fee",
  language: "Any language",
  mode: "In person or by video",
  near: "Anywhere, not only near you",
  city: "Any city",
  q: "Without your search words",
  specialty: "Any specialty",
};

type NoResultsProps = { filter: DoctorFilter; search: Search; specialties: { slug: string; name: string }[] };

/** No results: links to searches that have some. */
async function NoResults({ filter, search, specialties }: NoResultsProps) {
  const instead = await suggestInstead(filter);
  const together: Partial<Record<keyof DoctorFilter, Search>> = {
    availableFrom: { availableTo: undefined },
    maxFee: { currency: undefined },
    near: { radiusKm: undefined, sort: undefined },
  };
  const linkOf = (one: Instead) => {
    if (one.without)
      return {
        label: WITHOUT[one.without] ?? "Fewer filters",
        href: hrefOf({ ...search, ...together[one.without], [one.without]: undefined, pages: undefined }),
      };
    const name = specialties.find(({ slug }) => slug === one.specialty)?.name ?? one.specialty;
    return {
      label: `${name} instead`,
      href: hrefOf({ ...search, q: undefined, specialty: one.specialty, pages: undefined }),
    };
  };
  return (
    <EmptyState
      icon={<SearchX />}
      title="No doctors match"
      text={
        instead.length > 0
          ? "Try one of these:"
          : "Try fewer words, another spelling, or what you need help with: “knee”, “skin”, “children”."
      }
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {instead.map(linkOf).map(({ label, href }) => (
            <Button asChild key={href} variant="secondary">
              <Link href={href}>{label}</Link>
            </Button>
          ))}
          <Button asChild variant={instead.length > 0 ? "quiet" : "secondary"}>
            <Link href={routes.doctors.list()}>Show all doctors</Link>
          </Button>
        </div>
      }
    />
  );
}
