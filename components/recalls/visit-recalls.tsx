"use client";
import { CalendarSync } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { monthText } from "@/lib/domain/recalls/format";
import type { RecallCard } from "@/lib/domain/recalls/output";
import { routes } from "@/lib/site/routes";
import { EndRecall } from "./end-recall";
import { RecallBadge } from "./recall-badge";
import { RecallForm } from "./recall-form";

type Shown = Pick<RecallCard, "id" | "version" | "month" | "reason" | "state" | "due">;
type Props = {
  appointmentId: string;
  recalls: readonly Shown[];
  /** The place's date. */
  today: string;
};

/** For the doctor of a visit: when the patient is to come again, and why, whichever visit it was set in. */
export function VisitRecalls({ appointmentId, recalls, today }: Props) {
  const [edited, setEdited] = useState<Shown | "new">();
  return (
    <Card as="section" aria-label="Recalls" data-print="hide" className="grid gap-4">
      <h2 className="flex items-center gap-3 text-base">
        <CalendarSync aria-hidden className="size-5 shrink-0 text-quiet" /> Recalls
      </h2>
      {recalls.length > 0 ? (
        <ul className="grid gap-4">
          {recalls.map((recall) => (
            <li key={recall.id} className="grid gap-1 text-sm">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <span className="font-semibold">{monthText(recall.month)}</span>
                <RecallBadge recall={recall} />
              </div>
              <p className="wrap-anywhere whitespace-pre-line">{recall.reason}</p>
              {recall.state === "OPEN" ? (
                <div className="-ml-3 flex flex-wrap gap-1">
                  <Button variant="quiet" size="sm" onClick={() => setEdited(recall)}>
                    Change<span className="sr-only">: {monthText(recall.month)}</span>
                  </Button>
                  <EndRecall id={recall.id} how="remove" which={monthText(recall.month)} />
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-quiet">Ask the patient to come again around a month, such as for a check-up.</p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button variant="secondary" size="sm" onClick={() => setEdited("new")}>
          Set a recall
        </Button>
        <Link href={routes.doctor.recalls()} className="touch-target text-sm font-semibold text-accent underline">
          All recalls
        </Link>
      </div>
      {edited ? (
        <RecallForm
          appointmentId={appointmentId}
          today={today}
          recall={edited === "new" ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      ) : null}
    </Card>
  );
}
