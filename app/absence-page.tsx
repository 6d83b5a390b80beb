import { CalendarCheck } from "lucide-react";
import { z } from "zod";
import { AbsenceDates } from "@/components/disruptions/absence-dates";
import { EndAbsence, UndoBar } from "@/components/disruptions/absence-steps";
import type { Absence } from "@/components/disruptions/absence-view";
import { AffectedList } from "@/components/disruptions/affected-list";
import { MoveButton } from "@/components/disruptions/move-dialog";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Section } from "@/components/ui/section";
import { absenceTitle, lateText, reachText, STATUS_LABELS } from "@/lib/domain/disruptions/format";
import { listTakers, listVisitsOf } from "@/lib/domain/disruptions/queries";
import { counted } from "@/lib/platform/text/counted";
import type { Actor } from "@/lib/actor/actor";
import { routes } from "@/lib/site/routes";
import { ownAbsence } from "./own-absence";
import { loadFrom, readSearch, type Search } from "./search-params";
import { toAbsence, toAffected } from "./to-absence";

const PAGE = 50;
const wanted = z.object({ cursor: z.string().max(1024).optional() });

type Props = { actor: Actor; portal: "hospital" | "doctor"; id: string; search: Search };

/** One absence: what is closed, how far telling the patients has got, and what has become of each appointment. */
export async function AbsencePage({ actor, portal, id, search }: Props) {
  const row = await ownAbsence(actor, portal, id);
  const absence = toAbsence(row);
  const { cursor } = readSearch(wanted, search).filter;
  const page = await loadFrom(cursor, (from) => listVisitsOf(actor, id, { limit: PAGE, cursor: from }));
  const doctors = await listTakers(row, portal === "hospital" ? actor.hospitalId : row.hospitalId);
  const isOpen = absence.status === "ANNOUNCED";
  return (
    <>
      <PageHeader
        back={{ href: routes[portal].absences(), label: "Absences" }}
        eyebrow={STATUS_LABELS[absence.status]}
        title={titleOf(absence, portal)}
        text={
          <>
            <AbsenceDates absence={absence} />
            {absence.placeName ? `, ${absence.placeName}` : ", everywhere"}
          </>
        }
        actions={
          isOpen ? (
            <>
              {absence.canChange ? <EndAbsence absence={absence} /> : null}
              {absence.lateMinutes === null && absence.counts.settled < absence.counts.visits ? (
                <MoveButton id={id} doctors={doctors} />
              ) : null}
            </>
          ) : null
        }
      />
      {absence.status === "PREPARED" ? <UndoBar absence={absence} asOf={new Date().toISOString()} /> : null}
      {isOpen && absence.counts.visits > 0 ? <ProgressCard absence={absence} /> : null}
      <Section title="Appointments affected">
        {page.items.length === 0 ? (
          <EmptyState level={3} icon={<CalendarCheck />} title="No one has an appointment then" />
        ) : (
          <AffectedList
            visits={page.items.map((visit) => toAffected(visit, portal))}
            ofSeveral={absence.doctorName === null}
          />
        )}
        <LoadMore href={page.nextCursor ? routes[portal].absence(id, { cursor: page.nextCursor }) : null} />
      </Section>
    </>
  );
}

function titleOf(absence: Absence, portal: Props["portal"]): string {
  if (portal === "hospital") return absenceTitle(absence);
  return `You're ${absence.lateMinutes === null ? "away" : lateText(absence.lateMinutes)}`;
}

function ProgressCard({ absence: { counts, lateMinutes } }: { absence: Absence }) {
  const { visits, handled, settled } = counts;
  const isTelling = handled < visits;
  if (lateMinutes !== null && !isTelling)
    return (
      <Card>
        <p>{reachText(counts)}</p>
      </Card>
    );
  return (
    <Card className="grid gap-2">
      <p className="font-semibold">
        {isTelling
          ? `Telling the patients: ${handled} of ${visits}`
          : `${settled} of ${counted(visits, "appointment")} settled`}
      </p>
      <ProgressBar
        label={isTelling ? "Patients told" : "Appointments settled"}
        share={(isTelling ? handled : settled) / visits}
      />
      {isTelling ? null : <p className="text-sm text-quiet">{reachText(counts)}</p>}
    </Card>
  );
}
