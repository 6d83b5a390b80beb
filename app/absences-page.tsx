import { CalendarOff } from "lucide-react";
import type { ReactNode } from "react";
import { z } from "zod";
import { AbsenceList } from "@/components/disruptions/absence-list";
import type { AwayChoice } from "@/components/disruptions/absence-view";
import { AwayButton, LateButton } from "@/components/disruptions/away-button";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { listDisruptions } from "@/lib/domain/disruptions/queries";
import type { Actor } from "@/lib/actor/actor";
import { routes } from "@/lib/site/routes";
import { loadFrom, readSearch, type Search } from "./search-params";
import { toAbsence } from "./to-absence";

const PAGE = 50;
const wanted = z.object({ cursor: z.string().max(1024).optional() });

type Props = {
  actor: Actor;
  portal: "hospital" | "doctor";
  /** A doctor's own, or those that concern one hospital. */
  list: { hospitalId?: string; doctorId?: string };
  choices: AwayChoice[];
  search: Search;
  /** What else can be closed here. */
  more?: ReactNode;
  /** What else is closed now, above the list. */
  above?: ReactNode;
  /** Said where not every doctor can be chosen. */
  note?: string | undefined;
};

/** Who is away and when, for the front desk and the doctor. */
export async function AbsencesPage({ actor, portal, list, choices, search, more, above, note }: Props) {
  const read = readSearch(wanted, search);
  const page = await loadFrom(read.filter.cursor, (cursor) => listDisruptions(actor, { ...list, limit: PAGE, cursor }));
  return (
    <>
      <PageHeader
        title="Absences and delays"
        text="See who is affected, let them know, and follow who has a new time."
        {...(portal === "doctor" ? { back: { href: routes.doctor.hours(), label: "Hours" } } : {})}
        actions={
          <>
            {more}
            <LateButton
              choices={choices}
              portal={portal}
              label={portal === "doctor" ? "I'm late" : "A doctor is late"}
            />
            <AwayButton
              choices={choices}
              portal={portal}
              asOf={new Date().toISOString()}
              label={portal === "doctor" ? "I'm away" : "A doctor is away"}
            />
          </>
        }
      />
      <LeftOutNote read={read} />
      {above}
      {note ? <p className="mb-5 text-sm text-quiet">{note}</p> : null}
      {page.items.length === 0 ? (
        <EmptyState
          icon={<CalendarOff />}
          title="No absences or delays yet"
          text="Ill, on leave or running late? Say so here and we'll tell the patients affected."
        />
      ) : (
        <AbsenceList absences={page.items.map((row) => toAbsence(row))} portal={portal} />
      )}
      <LoadMore href={page.nextCursor ? routes[portal].absences({ cursor: page.nextCursor }) : null} />
    </>
  );
}
