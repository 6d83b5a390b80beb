import { CircleCheck, TriangleAlert } from "lucide-react";
import type { Metadata } from "next";
import { MigrationsMessage } from "@/components/administration/migrations-message";
import { FormMessage } from "@/components/ui/form-message";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { StatusBadge } from "@/components/ui/status-badge";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { withoutDatabase } from "@/lib/platform/errors/driver-errors";
import { checkReadiness, isMigrated, readMigrations, type Readiness } from "@/lib/platform/http/readiness";
import { releaseText, rulesRelease } from "@/lib/platform/time/rules-release";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "System" };

/** Opens whatever state the system is in, because administrators look here for what is wrong. */
export default async function SystemPage() {
  await requireAdmin(routes.admin.system());
  const [migrations, readiness] = await Promise.all([
    withoutDatabase(readMigrations()),
    withoutDatabase(checkReadiness()),
  ]);
  const isBehind = migrations !== null && !isMigrated(migrations);
  return (
    <>
      <PageHeader
        title={isBehind ? "The database is not ready" : titleOf(readiness)}
        text="What /api/health/ready reports to your monitoring."
      />
      {migrations ? <MigrationsMessage {...migrations} /> : null}
      {readiness === null && !isBehind ? (
        <FormMessage title="The database is responding too slowly" className="mb-8">
          Check its load and disk space, then open this page again in a minute.
        </FormMessage>
      ) : null}
      {readiness?.missing.includes("record-keys") ? (
        <FormMessage title="Notes and prescriptions can be neither read nor written" className="mb-8">
          Nothing is lost. Put the missing key back into RECORDS_KEYS and restart CareSync.
        </FormMessage>
      ) : null}
      <TimeZoneRules />
      {readiness ? <WaitingWork {...readiness} /> : null}
    </>
  );
}

function titleOf(readiness: Readiness | null): string {
  if (readiness === null) return "The database is slow";
  if (readiness.missing.includes("record-keys")) return "The keys for the records are missing";
  return readiness.status === "ready" ? "The system is up" : `Not running: ${readiness.missing.join(", ")}`;
}

function TimeZoneRules() {
  const release = rulesRelease();
  return (
    <Section title="Time zone rules" text="Local times and available times are worked out from these.">
      <p className="flex flex-wrap items-center gap-3">
        {release.behind === "rules" ? (
          <StatusBadge tone="stop" icon={TriangleAlert} label="Out of date" />
        ) : (
          <StatusBadge tone="good" icon={CircleCheck} label="In use" />
        )}
        {releaseText(release)}
      </p>
    </Section>
  );
}

function WaitingWork({ outboxLagSeconds, queueLagSeconds, jobs }: Readiness) {
  return (
    <Section title="Pending work">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        <dt className="text-quiet">Oldest undelivered event</dt>
        <dd className="tabular">{seconds(outboxLagSeconds)}</dd>
        <dt className="text-quiet">Oldest job due</dt>
        <dd className="tabular">{seconds(queueLagSeconds)}</dd>
        <dt className="text-quiet">Failed jobs</dt>
        <dd className="tabular">{jobs.exhausted}</dd>
      </dl>
    </Section>
  );
}

const seconds = (count: number) => (count === 0 ? "none" : `${count} s`);
