import type { Metadata } from "next";
import { cache, type ReactNode } from "react";
import { z } from "zod";
import { ReportView, reportTitle, type ReportViewProps } from "@/components/analytics/report-view";
import { LeftOutNote } from "@/components/shell/left-out-note";
import type { Actor } from "@/lib/actor/actor";
import { loadReport } from "@/lib/domain/analytics/load-report";
import type { ReportQuery } from "@/lib/domain/analytics/schema-report";
import { localDate } from "@/lib/platform/input/text";
import { orNotFound } from "./or-not-found";
import { readSearch, type Search } from "./search-params";

const wanted = z.object({ from: localDate.optional(), to: localDate.optional() });

type Props = { searchParams: Promise<Search> };
type Whose = Pick<ReportQuery, "hospitalId" | "doctorId">;
type Viewed = Pick<ReportViewProps, "portal" | "owner"> & { actor: Actor; whose: Whose; views?: ReactNode };

/** The page of a report, in each portal: `open` says who is viewing whose numbers, or that this is not for them. */
export function reportPages(open: () => Promise<Viewed>) {
  // Once per request, so that the title and the page agree.
  const load = cache(async (from: string | undefined, to: string | undefined) => {
    const { actor, whose, ...view } = await open();
    return { view: { ...view, whose }, report: await orNotFound(loadReport(actor, { ...whose, from, to })) };
  });
  const read = async ({ searchParams }: Props) => {
    const asked = readSearch(wanted, await searchParams);
    return { asked, ...(await load(asked.filter.from, asked.filter.to)) };
  };
  return {
    async generateMetadata(props: Props): Promise<Metadata> {
      return { title: reportTitle((await read(props)).report) };
    },
    async Page(props: Props) {
      const { asked, report, view } = await read(props);
      const { views, ...rest } = view;
      return (
        <ReportView report={report} {...rest}>
          {views}
          <LeftOutNote read={asked} />
        </ReportView>
      );
    },
  };
}
