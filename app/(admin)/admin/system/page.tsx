import { CircleCheck, TriangleAlert } from "lucide-react";
import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { StatusBadge } from "@/components/ui/status-badge";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { checkReadiness } from "@/lib/platform/http/readiness";
import { releaseText } from "@/lib/platform/time/rules-release";

export const metadata: Metadata = { title: "System" };

export default async function SystemPage() {
  await requireAdmin("/admin/system");
  const { status, missing, timeZones, outboxLagSeconds, queueLagSeconds, jobs } = await checkReadiness();
  return (
    <>
      <PageHeader title={status === "ready" ? "The system is up" : `Something is away: ${missing.join(", ")}`} text="What /api/health/ready tells your monitoring." />
      <Section title="Time zone rules" text="Every time of a place, and every free time, follows them.">
        <p className="flex flex-wrap items-center gap-3">
          {timeZones.behind === "rules" ? (
            <StatusBadge tone="stop" icon={TriangleAlert} label="Out of date" />
          ) : (
            <StatusBadge tone="good" icon={CircleCheck} label="In use" />
          )}
          {releaseText(timeZones)}
        </p>
      </Section>
      <Section title="Waiting work">
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
          <dt className="text-quiet">Oldest news not passed on</dt>
          <dd className="tabular">{seconds(outboxLagSeconds)}</dd>
          <dt className="text-quiet">Oldest job that is due</dt>
          <dd className="tabular">{seconds(queueLagSeconds)}</dd>
          <dt className="text-quiet">Jobs given up</dt>
          <dd className="tabular">{jobs.exhausted}</dd>
        </dl>
      </Section>
    </>
  );
}

const seconds = (count: number) => (count === 0 ? "none" : `${count} s`);
