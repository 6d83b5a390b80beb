import { Hourglass } from "lucide-react";
import { z } from "zod";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { WaitingPeople } from "@/components/waitlist/waiting-people";
import { WaitlistNumbers } from "@/components/waitlist/waitlist-numbers";
import type { Actor } from "@/lib/actor/actor";
import { waitingTitle } from "@/lib/domain/waitlist/format";
import { toWaitlistCard } from "@/lib/domain/waitlist/output";
import { listEntryCards, loadWaitlistNumbers } from "@/lib/domain/waitlist/queries";
import { routes } from "@/lib/site/routes";
import { loadFrom, readSearch, type Search } from "./search-params";

const PAGE = 50;
const DAYS = 90;
const wanted = z.object({ cursor: z.string().max(1024).optional() });

type Props = {
  actor: Actor;
  portal: "hospital" | "doctor";
  side: { hospitalId: string } | { doctorId: string };
  search: Search;
};

const BACK = {
  hospital: { href: routes.hospital.appointments(), label: "Appointments" },
  doctor: { href: routes.doctor.calendar(), label: "Calendar" },
};

/** Who waits for an earlier time, in the order of joining, and what became of the times offered. */
export async function WaitlistPage({ actor, portal, side, search }: Props) {
  const read = readSearch(wanted, search);
  const [numbers, page] = await Promise.all([
    loadWaitlistNumbers(actor, { ...side, days: DAYS }),
    loadFrom(read.filter.cursor, (cursor) =>
      listEntryCards(actor, { ...side, status: "live" }, { limit: PAGE, cursor, order: "asc" }),
    ),
  ]);
  return (
    <>
      <PageHeader
        back={BACK[portal]}
        title={waitingTitle(numbers.waiting)}
        text="When a time opens, it is offered to one person after the other, in the order of joining."
      />
      <LeftOutNote read={read} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<Hourglass />}
          title="No one is waiting"
          text="People who ask for an earlier time appear here, those who joined first on top."
        />
      ) : (
        <WaitingPeople entries={page.items.map(toWaitlistCard)} />
      )}
      <LoadMore href={page.nextCursor ? routes[portal].waitlist({ cursor: page.nextCursor }) : null} />
      <Section title="Times offered">
        <WaitlistNumbers numbers={numbers} days={DAYS} />
      </Section>
    </>
  );
}
