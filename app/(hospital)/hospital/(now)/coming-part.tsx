import { Arrivals } from "@/components/front-desk/arrivals";
import { OpenRequests } from "@/components/front-desk/open-requests";
import { Section } from "@/components/ui/section";
import type { HospitalNow } from "@/lib/domain/analytics/load-now";
import type { HospitalStats } from "@/lib/domain/analytics/schema";

type Props = { coming: HospitalNow; stats: HospitalStats };

/** What awaits an answer, and who is on the way. */
export function ComingPart({ coming, stats: { requests, asOf } }: Props) {
  return (
    <>
      {coming.calls.length + coming.bedRequests.length + coming.joinRequests.length > 0 ? (
        <Section title="Open requests" text="Waiting for your reply.">
          <OpenRequests {...coming} counts={requests} asOf={asOf} />
        </Section>
      ) : null}
      {coming.underWay.length + coming.reservations.length > 0 ? (
        <Section title="Arrivals" text="On the way, or with a bed reserved for today.">
          <Arrivals {...coming} asOf={asOf} />
        </Section>
      ) : null}
    </>
  );
}

export function hasComing(coming: HospitalNow): boolean {
  return Object.values(coming).some((list) => list.length > 0);
}
