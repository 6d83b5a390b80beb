import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { ClosurePeriod } from "@/components/ward-closures/closure-period";
import { ClosureStays } from "@/components/ward-closures/closure-stays";
import { ChangeEndButton, ClosureUndoBar } from "@/components/ward-closures/closure-steps";
import { ReopenButton } from "@/components/ward-closures/reopen-button";
import { listNamedStays } from "@/lib/domain/ward-closures/list-named-stays";
import { closedName, PHASE_LABELS, REASON_LABELS, toldText } from "@/lib/domain/ward-closures/format";
import { toOutput } from "@/lib/domain/ward-closures/output";
import { routes } from "@/lib/site/routes";
import { deskClosure } from "./desk-closure";

export const metadata: Metadata = { title: "Closed ward" };

const PAGE = 50;
const wanted = z.object({ cursor: z.string().max(1024).optional() });

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };

export default async function ClosedWardPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, closure: row } = await deskClosure(id);
  const closure = toOutput(row);
  const asOf = new Date().toISOString();
  const isStanding = closure.phase === "SCHEDULED" || closure.phase === "CLOSED";
  const { cursor } = readSearch(wanted, await searchParams).filter;
  const page = await loadFrom(cursor, (from) => listNamedStays(actor, id, { limit: PAGE, cursor: from }));
  return (
    <>
      <PageHeader
        back={{ href: routes.hospital.closedWards(), label: "Closed wards and beds" }}
        eyebrow={PHASE_LABELS[closure.phase]}
        title={closedName(closure)}
        text={
          <>
            {REASON_LABELS[closure.reason]}, <ClosurePeriod closure={closure} />
          </>
        }
        actions={
          isStanding ? (
            <>
              <ChangeEndButton closure={closure} asOf={asOf} />
              {closure.status === "ANNOUNCED" ? <ReopenButton closure={closure} /> : null}
            </>
          ) : null
        }
      />
      {isStanding && closure.status === "PREPARED" ? <ClosureUndoBar closure={closure} asOf={asOf} /> : null}
      {closure.status === "PREPARED" ? null : <p className="mb-6 text-sm">{toldText(closure.counts)}</p>}
      <Section title="Patients to move">
        {page.items.length === 0 ? (
          <EmptyState level={3} icon={<CircleCheck />} title="No one has one of these beds" />
        ) : (
          <ClosureStays stays={page.items} />
        )}
        <LoadMore href={page.nextCursor ? routes.hospital.closedWard(id, { cursor: page.nextCursor }) : null} />
      </Section>
    </>
  );
}
