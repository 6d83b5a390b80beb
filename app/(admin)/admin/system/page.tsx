import { CircleCheck, TriangleAlert } from "lucide-react";
import type { Metadata } from "next";
import { MigrationsMessage } from "@/components/administration/migrations-message";
import { FormMessage } from "@/components/ui/form-message";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { StatusBadge } from "@/components/ui/status-badge";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { SYSTEM_WARNINGS, systemTitle } from "@/app/(admin)/admin/system-words";
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
        title={isBehind ? "The database is not ready" : systemTitle(readiness)}
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
      {readiness?.warnings.map((warning) => (
        <FormMessage key={warning} tone="wait" title={SYSTEM_WARNINGS[warning].title} className="mb-8">
          {SYSTEM_WARNINGS[warning].text}
        </FormMessage>
      ))}
      <TimeZoneRules />
      {readiness ? <Backups {...readiness} /> : null}
      {readiness ? <WaitingWork {...readiness} /> : null}
    </>
  );
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

function Backups({ backups, warnings }: Readiness) {
  const isBehind = warnings.includes("backup-old") || warnings.includes("backup-behind");
  if (!backups) {
    return (
      <Section title="Backups">
        <p>None are known here. Set BACKUP_DIR, or BACKUP_STAMP if something else makes them.</p>
      </Section>
    );
  }
  const { ageSeconds, delaySeconds } = backups;
  return (
    <Section title="Backups">
      <p className="mb-3">
        {isBehind ? (
          <StatusBadge tone="stop" icon={TriangleAlert} label="Too old" />
        ) : (
          <StatusBadge tone="good" icon={CircleCheck} label="Up to date" />
        )}
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        <dt className="text-quiet">Last backup</dt>
        <dd>{ageSeconds === null ? "none yet" : <RelativeTime instant={secondsAgo(ageSeconds)} />}</dd>
        {delaySeconds === null ? null : (
          <>
            <dt className="text-quiet">Changes last added</dt>
            <dd>
              <RelativeTime instant={secondsAgo(delaySeconds)} />
            </dd>
          </>
        )}
      </dl>
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

const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

const seconds = (count: number) => (count === 0 ? "none" : `${count} s`);
