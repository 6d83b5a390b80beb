import { PhoneOff } from "lucide-react";
import { z } from "zod";
import { ToCallList } from "@/components/contacts/to-call-list";
import { ToCallViews } from "@/components/contacts/to-call-views";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { toCallTitle } from "@/lib/domain/contacts/format";
import { toCard } from "@/lib/domain/contacts/output";
import { countToCall, listToCall } from "@/lib/domain/contacts/queries";
import { toCallStatus } from "@/lib/domain/contacts/schema";
import type { Actor } from "@/lib/actor/actor";
import { routes } from "@/lib/site/routes";
import { loadFrom, readSearch, type Search } from "./search-params";

const PAGE = 50;
const wanted = z.object({ view: toCallStatus.default("open"), cursor: z.string().max(1024).optional() });

type Props = {
  actor: Actor;
  portal: "hospital" | "doctor";
  list: { hospitalId?: string; doctorId?: string };
  search: Search;
};

/** The people who could not be notified, for the front desk and the doctor. */
export async function ToCallPage({ actor, portal, list, search }: Props) {
  const read = readSearch(wanted, search);
  const { view, cursor } = read.filter;
  const [count, page] = await Promise.all([
    countToCall(actor, list),
    loadFrom(cursor, (from) => listToCall(actor, { status: view, ...list }, { limit: PAGE, cursor: from })),
  ]);
  return (
    <>
      <PageHeader title={toCallTitle(count)} text="Something changed for them, and we can't notify them online." />
      <ToCallViews view={view} portal={portal} />
      <LeftOutNote read={read} />
      {page.items.length === 0 ? (
        <EmptyState icon={<PhoneOff />} {...EMPTY[view]} />
      ) : (
        <ToCallList calls={page.items.map(toCard)} portal={portal} />
      )}
      <LoadMore
        href={
          page.nextCursor
            ? routes[portal].toCall({ view: view === "open" ? undefined : view, cursor: page.nextCursor })
            : null
        }
      />
    </>
  );
}

const EMPTY = {
  open: {
    title: "No one to call",
    text: "When an appointment, bed or ambulance changes for someone without an account, they appear here with their phone number.",
  },
  done: { title: "No calls made yet", text: "Calls you mark as done stay here, with who made them." },
};
