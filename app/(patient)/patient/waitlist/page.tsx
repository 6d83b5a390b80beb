import { Hourglass } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { OfferCards } from "@/components/waitlist/offer-card";
import { WaitlistList } from "@/components/waitlist/waitlist-list";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { requirePageActor } from "@/lib/actor/session";
import { toWaitlistCard } from "@/lib/domain/waitlist/output";
import { listEntryCards, listOfferedCards } from "@/lib/domain/waitlist/queries";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Waitlist" };

const PAGE = 20;
const wanted = z.object({ cursor: z.string().max(1024).optional() });

export default async function WaitlistPage({ searchParams }: { searchParams: Promise<Search> }) {
  const read = readSearch(wanted, await searchParams);
  const actor = await requirePageActor(routes.patient.waitlist(read.filter));
  const { patientIds } = actor;
  const [offered, page] = await Promise.all([
    listOfferedCards(actor),
    loadFrom(read.filter.cursor, (cursor) =>
      listEntryCards(actor, { patientIds }, { limit: PAGE, cursor, order: "desc" }),
    ),
  ]);
  const asOf = new Date().toISOString();
  const withPatient = patientIds.length > 1;
  const entries = page.items.map(toWaitlistCard);
  return (
    <>
      <PageHeader
        back={{ href: routes.patient.visits(), label: "Appointments" }}
        title={titleOf(offered.length)}
        text="When a time opens that suits you, it is offered to you alone, in the order of joining: for 15 minutes, at night until half past eight."
      />
      <LeftOutNote read={read} />
      <OfferCards entries={offered.map(toWaitlistCard)} asOf={asOf} withPatient={withPatient} />
      {entries.length === 0 ? (
        <EmptyState
          icon={<Hourglass />}
          title="You aren't on a waitlist"
          text="Open an appointment and choose “Ask for an earlier time”."
          action={
            <Button asChild>
              <Link href={routes.patient.visits()}>Appointments</Link>
            </Button>
          }
        />
      ) : (
        <WaitlistList label="What you're waiting for" entries={entries} withPatient={withPatient} />
      )}
      <LoadMore
        href={page.nextCursor ? routes.patient.waitlist({ cursor: page.nextCursor }) : null}
        label="Show earlier entries"
      />
    </>
  );
}

function titleOf(offers: number): string {
  return offers === 0 ? "Waitlist" : `${counted(offers, "earlier time")} offered to you`;
}
