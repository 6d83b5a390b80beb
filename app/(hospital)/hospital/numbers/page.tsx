import type { Metadata } from "next";
import { cache } from "react";
import { z } from "zod";
import { orNotFound } from "@/app/or-not-found";
import { readSearch, type Search } from "@/app/search-params";
import { FilterLinks } from "@/components/ui/filter-links";
import { NumbersPlots } from "@/components/analytics/numbers-plots";
import { NumbersViews } from "@/components/analytics/numbers-views";
import { PrintButton } from "@/components/ui/print-button";
import { WardChoice } from "@/components/analytics/ward-choice";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { LocalTime } from "@/components/ui/local-time";
import { PageHeader } from "@/components/ui/page-header";
import { averageOver } from "@/lib/domain/analytics/format";
import { loadNumbers, type HospitalNumbers } from "@/lib/domain/analytics/load-numbers";
import { PERIODS, type Period } from "@/lib/domain/analytics/rules-time";
import { routes } from "@/lib/site/routes";
import { requireDesk } from "../require-desk";

const NAMES: Record<Period, string> = { today: "Today", "30": "30 days", "90": "90 days", "365": "A year" };
const SPANS: Record<Period, string> = {
  today: "so far today",
  "30": "in the last 30 days",
  "90": "in the last 90 days",
  "365": "in the last year",
};
const wanted = z.object({ period: z.enum(PERIODS).default("30"), ward: z.uuid().optional() });

type Props = { searchParams: Promise<Search> };

// Once per request, so that the title and the page agree.
const load = cache(async (period: Period, wardId: string | null) => {
  const { actor, hospital } = await requireDesk(routes.hospital.numbers());
  const numbers = await orNotFound(loadNumbers(actor, { hospitalId: hospital.id, period, wardId }));
  return { hospital, numbers, ward: numbers.wards.find(({ id }) => id === wardId)?.name ?? null };
});

async function read({ searchParams }: Props) {
  const asked = readSearch(wanted, await searchParams);
  const { period, ward: wardId = null } = asked.filter;
  return { asked, period, wardId, ...(await load(period, wardId)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { numbers, period } = await read(props);
  return { title: titleOf(numbers, period) };
}

export default async function NumbersPage(props: Props) {
  const { asked, hospital, numbers, period, wardId, ward } = await read(props);
  const periods = PERIODS.map((one) => ({
    label: NAMES[one],
    href: routes.hospital.numbers({ period: one, ward: wardId ?? undefined }),
    isCurrent: one === period,
  }));
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            {hospital.name}
            {ward ? ` · ${ward}` : ""} · as of <LocalTime instant={numbers.asOf} style="datetime" />
          </>
        }
        title={titleOf(numbers, period)}
        actions={<PrintButton />}
      />
      <NumbersViews current="now" />
      <div className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 [&_nav]:mb-0">
        <FilterLinks label="Period" links={periods} />
        {numbers.wards.length > 0 ? <WardChoice wards={numbers.wards} wardId={wardId} period={period} /> : null}
      </div>
      <LeftOutNote read={asked} />
      <NumbersPlots numbers={numbers} ward={ward} />
    </>
  );
}

/** "74% of beds taken in the last 30 days"; without beds, only the page's name. */
function titleOf({ occupancy }: HospitalNumbers, period: Period): string {
  const [taken, beds] = [averageOver(occupancy, (point) => point.taken), averageOver(occupancy, (point) => point.beds)];
  if (taken === null || !beds) return `Numbers ${SPANS[period]}`;
  return `${Math.round((taken / beds) * 100)}% of beds taken ${isWhole(occupancy, period) ? SPANS[period] : "since the first admission"}`;
}

/** Whether the records of the beds cover the whole period. */
function isWhole(occupancy: HospitalNumbers["occupancy"], period: Period): boolean {
  return period === "today" || occupancy.length >= Number(period);
}
