import type { Metadata } from "next";
import { cache } from "react";
import { z } from "zod";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { LiveRefresh } from "@/components/realtime/live-refresh";
import { LinkedRecord } from "@/components/sharing/linked-record";
import { LinkOver } from "@/components/sharing/link-over";
import { UntilOver } from "@/components/sharing/until-over";
import { LocalDate } from "@/components/ui/local-date";
import { LocalTime } from "@/components/ui/local-time";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { PrintButton } from "@/components/ui/print-button";
import { linkCookies } from "@/lib/actor/kept-secrets";
import {
  findLinkReading,
  loadLinkedRecord,
  type LinkedRecord as Linked,
  type LinkReading,
} from "@/lib/domain/sharing/load-linked-record";
import { AppError } from "@/lib/platform/errors/app-error";
import { routes } from "@/lib/site/routes";

// No name in the title, because titles end up in the browser's history.
export const metadata: Metadata = {
  title: "Shared record",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

const NOTES = 10;
const search = z.object({ visits: z.string().max(1024).optional() });

type Props = { params: Promise<{ link: string }>; searchParams: Promise<Search> };

const findReading = cache(async (id: string) => findLinkReading(id, (await linkCookies.read())(id)));

export default async function SharedRecordPage({ params, searchParams }: Props) {
  const { link } = await params;
  const { visits } = readSearch(search, await searchParams).filter;
  const reading = await findReading(link);
  const now = new Date();
  const record = reading?.isOpen ? await loadOrNull(reading, visits, now) : null;
  return (
    <div className="mx-auto max-w-3xl px-4 pt-8 pb-12 sm:px-6 print:max-w-none print:p-0">
      {reading ? <LiveRefresh channels={[`private-link-${reading.id}`]} secret={reading.channelKey} /> : null}
      {reading && record ? (
        <UntilOver until={reading.expiresAt} serverNow={now.toISOString()}>
          <Shown reading={reading} record={record} now={now} />
        </UntilOver>
      ) : (
        <>
          <h1 className="mb-6 text-3xl">Shared record</h1>
          <LinkOver why={!reading ? "not-here" : reading.wasRevoked ? "revoked" : "over"} />
        </>
      )}
    </div>
  );
}

/** Null when the link has ended meanwhile. */
async function loadOrNull(reading: LinkReading, visits: string | undefined, now: Date): Promise<Linked | null> {
  try {
    return await loadFrom(visits, (cursor) => loadLinkedRecord(reading, { limit: NOTES, cursor }, now));
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}

function Shown({ reading, record, now }: { reading: LinkReading; record: Linked; now: Date }) {
  const { id, patient, expiresAt } = reading;
  const next = record.notes?.nextCursor;
  return (
    <>
      <PageHeader
        eyebrow="Shared record"
        title={<bdi>{patient.name}</bdi>}
        text={
          <>
            {patient.bornOn ? (
              <>
                Born <LocalDate date={patient.bornOn} />.{" "}
              </>
            ) : (
              "Date of birth not recorded. "
            )}
            <span data-print="hide">
              You can read it until <LocalTime instant={expiresAt} />.
            </span>
            <span className="hidden print:inline">
              As of <LocalTime instant={now.toISOString()} style="dated-time" otherTime={false} />.
            </span>
          </>
        }
        actions={<PrintButton />}
      />
      <LinkedRecord record={record} />
      <LoadMore href={next ? routes.shared.record(id, { visits: next }) : null} label="Show earlier visits" />
      <p className="mt-8 text-sm text-quiet">
        The patient has chosen these parts. What isn’t here may be recorded all the same: ask them. They see when you
        read this.
      </p>
    </>
  );
}
