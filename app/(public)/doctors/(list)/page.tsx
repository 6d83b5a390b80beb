import type { Metadata } from "next";
import { pagesWanted, type Search } from "@/app/search-params";
import { DoctorFilters } from "@/components/directory/doctor-filters";
import { MeaningNote } from "@/components/directory/meaning-note";
import { FeeNote } from "@/components/directory/fee-note";
import { DoctorGrid } from "@/components/directory/doctor-grid";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { languageName } from "@/lib/domain/directory/format";
import { counted } from "@/lib/platform/text/counted";
import { isPlaced, listFeeCurrencies, placeOf } from "@/lib/domain/directory/list-fee-currencies";
import { loadChoices, type Choices } from "@/lib/domain/directory/load-choices";
import { searchDoctors } from "@/lib/domain/directory/queries";
import { meaningOf, wordsFor } from "@/lib/domain/directory/rules-words";
import type { DoctorFilter } from "@/lib/domain/directory/schema";
import { listSpecialties } from "@/lib/domain/services/queries";
import type { SpecialtyItem } from "@/lib/domain/services/schema";
import { routes } from "@/lib/site/routes";
import { readersToday } from "../../today";
import { readFilter } from "../read-filter";
import { listHref } from "./list-href";
import { NoResults } from "./no-results";

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
  const pages = pagesWanted(search.pages, MAX_PAGES);
  const choices = await loadChoices();
  const { filter, usualCurrency, found } = await withCurrency(read.filter, choices.currencies);
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
        choices={{ today, usualCurrency, ...toFilterChoices(choices, specialties) }}
      />
      <LeftOutNote read={read} className="mt-4" />
      <Meaning filter={filter} search={search} specialties={specialties} />
      {filter.maxFee !== undefined && filter.currency ? (
        <FeeNote
          maxFee={filter.maxFee}
          currency={filter.currency}
          others={found.filter((code) => code !== filter.currency)}
          withoutHref={listHref({ ...search, maxFee: undefined, currency: undefined, pages: undefined })}
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
        href={nextCursor && pages < MAX_PAGES ? listHref({ ...search, pages: String(pages + 1) }) : null}
        label="Show more doctors"
      />
    </div>
  );
}

/** Adds the currency of a highest fee: the usual one of the place; of most doctors without a place. */
async function withCurrency(asked: DoctorFilter, currencies: string[]) {
  const [[ofPlace], found] = await Promise.all([
    isPlaced(asked) ? listFeeCurrencies(placeOf(asked)) : currencies,
    asked.maxFee === undefined ? [] : listFeeCurrencies(asked),
  ]);
  const usual = ofPlace ?? currencies[0] ?? "EUR";
  // A currency alone would silently hide doctors.
  const filter = { ...asked, currency: asked.maxFee === undefined ? undefined : (asked.currency ?? usual) };
  return { filter, usualCurrency: filter.currency ?? usual, found };
}

function toFilterChoices({ currencies, cities, languages }: Choices, specialties: SpecialtyItem[]) {
  return {
    currencies,
    specialties: specialties
      .filter((one) => one.doctorCount > 0)
      .map(({ slug, name }) => ({ value: slug, label: name, keywords: wordsFor(slug) })),
    cities: cities.map((city) => ({ value: city, label: city })),
    languages: languages
      .map((code) => ({ value: code, label: languageName(code) }))
      .sort((a, b) => a.label.localeCompare(b.label)),
  };
}

type MeaningProps = { filter: DoctorFilter; search: Search; specialties: SpecialtyItem[] };

/** The specialties that the typed words mean. */
function Meaning({ filter: { q }, search, specialties }: MeaningProps) {
  const meaning = meaningOf(q ?? "");
  if (!meaning || !q) return null;
  return (
    <MeaningNote
      typed={q}
      specialties={specialties
        .filter(({ slug }) => meaning.specialties.includes(slug))
        .sort((a, b) => meaning.specialties.indexOf(a.slug) - meaning.specialties.indexOf(b.slug))}
      hrefOf={(specialty) => listHref({ ...search, q: meaning.rest || undefined, specialty, pages: undefined })}
    />
  );
}
