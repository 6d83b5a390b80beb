import type { Metadata } from "next";
import { z } from "zod";
import { CountedHeader, type CountedPortal } from "@/components/analytics/counted-header";
import { CountedList } from "@/components/analytics/counted-list";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { LoadMore } from "@/components/ui/pagination";
import type { Actor } from "@/lib/actor/actor";
import { listBehind } from "@/lib/domain/analytics/list-behind";
import { behindFilter, type ReportQuery } from "@/lib/domain/analytics/schema-report";
import { localDate, uuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";
import { orNotFound } from "./or-not-found";
import { loadFrom, readSearch, type Search } from "./search-params";

const wanted = z.object({
  ...{ from: localDate.optional(), to: localDate.optional(), doctor: uuid.optional() },
  outcome: behindFilter.outcome,
  hour: behindFilter.hour,
  lead: behindFilter.leadFromDays,
  reminded: behindFilter.isReminded,
  cursor: z.string().max(1024).optional(),
});
const PAGE = 50;

type Props = { searchParams: Promise<Search> };
type Viewed = { actor: Actor; portal: CountedPortal; whose: Pick<ReportQuery, "hospitalId" | "doctorId"> };

/** The page with the appointments behind a number, in the portals that may see them. */
export function countedPages(open: () => Promise<Viewed>) {
  const metadata: Metadata = { title: "Appointments behind a number" };
  async function Page({ searchParams }: Props) {
    const asked = readSearch(wanted, await searchParams);
    const { actor, portal, whose } = await open();
    const { doctor: byDoctor, lead: leadFromDays, reminded: isReminded, cursor, ...days } = asked.filter;
    const query = { ...whose, ...days, byDoctor, leadFromDays, isReminded };
    const page = await orNotFound(loadFrom(cursor, (from) => listBehind(actor, query, { limit: PAGE, cursor: from })));
    const address = {
      ...{ from: days.from, to: days.to, outcome: days.outcome, doctor: byDoctor },
      ...{ hour: textOf(days.hour), lead: textOf(leadFromDays), reminded: textOf(isReminded) },
    };
    const next = page.nextCursor ? routes[portal].counted({ ...address, cursor: page.nextCursor }) : null;
    const doctorName = byDoctor ? page.items[0]?.doctorName : undefined;
    return (
      <>
        <CountedHeader portal={portal} address={address} filter={query} doctorName={doctorName} />
        <LeftOutNote read={asked} />
        <CountedList visits={page.items} portal={portal} />
        <LoadMore href={next} />
      </>
    );
  }
  return { metadata, Page };
}

const textOf = (value: number | boolean | undefined) => (value === undefined ? undefined : String(value));
