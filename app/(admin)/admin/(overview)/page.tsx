import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { cache } from "react";
import { decisionLines } from "@/app/(admin)/admin/decision-lines";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { DecisionList } from "@/components/administration/decision-list";
import { OverviewTiles } from "@/components/administration/overview-tiles";
import { StatusCounts } from "@/components/administration/status-counts";
import { KeepFresh } from "@/components/realtime/keep-fresh";
import { EmptyState } from "@/components/ui/empty-state";
import { LocalTime } from "@/components/ui/local-time";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { overviewTitle } from "@/lib/domain/administration/format";
import { loadOverview } from "@/lib/domain/administration/load-overview";
import { withoutDatabase } from "@/lib/platform/errors/driver-errors";
import { checkReadiness } from "@/lib/platform/http/readiness";
import { routes } from "@/lib/site/routes";

// Once per request, so that the title and the page agree.
const loadPage = cache(async () => loadOverview(await requireAdmin(routes.admin.home())));

export async function generateMetadata(): Promise<Metadata> {
  return { title: overviewTitle((await loadPage()).waiting) };
}

/** Events tell of what needs a decision at once; the numbers of all places are read again every 45 seconds. */
export default async function OverviewPage() {
  const [overview, readiness] = await Promise.all([loadPage(), withoutDatabase(checkReadiness())]);
  const lines = decisionLines(overview, readiness);
  return (
    <>
      <KeepFresh asOf={overview.asOf} />
      <PageHeader
        eyebrow={<LocalTime instant={overview.asOf} style="long-date" />}
        title={overviewTitle(overview.waiting)}
      />
      {lines.length === 0 ? (
        <EmptyState
          icon={<CircleCheck />}
          title="All done, and the system is up"
          text="New doctors and hospitals, changes, emergency accesses and failures appear here automatically."
        />
      ) : (
        <DecisionList lines={lines} />
      )}
      <Section title="Today">
        <OverviewTiles overview={overview} />
      </Section>
      {overview.appointments.length > 0 ? (
        <Section title="Today’s appointments by status">
          <StatusCounts counts={overview.appointments} />
        </Section>
      ) : null}
    </>
  );
}
