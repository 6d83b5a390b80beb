"use client";
import { BellRing } from "lucide-react";
import { useRef, useState } from "react";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { FormMessage } from "@/components/ui/form-message";
import { LiveRegion } from "@/components/ui/live-region";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { STATUS_LABELS } from "@/lib/domain/ambulances/format";
import { dispatchNews, dispatchTitle } from "./dispatch-rules";
import { COLUMNS, type ColumnStatus, type DispatchView } from "./dispatch-view";
import { FleetSection } from "./fleet-section";
import { UnderWayCall } from "./under-way-call";
import { CallWorkContext, useOwnCallWork } from "./use-call-work";
import { useFocusKept } from "./use-focus-kept";
import { WaitingCall } from "./waiting-call";

/** Waiting calls first, then open ones by status, then the vehicles. */
export function DispatchBoard({ view }: { view: DispatchView }) {
  const root = useRef<HTMLDivElement>(null);
  const { news, markOwn } = useDispatchNews(view);
  const work = useOwnCallWork(markOwn);
  const focus = useFocusKept(view, root);
  const { hospital } = view;
  return (
    <CallWorkContext value={work}>
      <div ref={root} {...focus}>
        <PageHeader eyebrow={hospital.name} title={dispatchTitle(view)} />
        <LiveRegion assertive>{news}</LiveRegion>
        {hospital.isListed ? null : (
          <FormMessage tone="wait" title="This hospital can't receive calls yet" className="mb-6">
            Only verified hospitals are asked for ambulances.
          </FormMessage>
        )}
        <WaitingCalls view={view} />
        <CallsUnderWay view={view} />
        <FleetSection view={view} />
      </div>
    </CallWorkContext>
  );
}

function WaitingCalls({ view: { waiting, asOf, escalationMinutes } }: { view: DispatchView }) {
  return (
    <Section
      title="Waiting for an ambulance"
      {...(waiting.length > 0
        ? {
            text: `After ${escalationMinutes} minutes the next nearest hospital is asked as well. The first hospital to dispatch takes the call.`,
          }
        : {})}
    >
      {waiting.length === 0 ? (
        <Card className="flex items-center gap-3 text-quiet">
          <BellRing aria-hidden className="size-5 shrink-0" />
          <p className="text-sm">No one is waiting. New calls appear here at once.</p>
        </Card>
      ) : (
        <ul aria-label="Calls waiting" className="grid gap-3 lg:grid-cols-2">
          {waiting.map((call) => (
            <WaitingCall key={call.id} call={call} asOf={asOf} escalationMinutes={escalationMinutes} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The open calls, in a column for each status. */
function CallsUnderWay({ view }: { view: DispatchView }) {
  const { underWay } = view;
  return (
    <Section
      title={
        underWay.length === 0
          ? "No vehicle is under way"
          : underWay.length === 1
            ? "1 vehicle is under way"
            : `${underWay.length} vehicles are under way`
      }
    >
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-5">
        {COLUMNS.map((status) => (
          <StatusColumn key={status} status={status} view={view} />
        ))}
      </div>
    </Section>
  );
}

function StatusColumn({ status, view }: { status: ColumnStatus; view: DispatchView }) {
  const calls = view.underWay.filter((call) => call.status === status);
  return (
    <section aria-label={STATUS_LABELS[status]} className={cn("min-w-0", calls.length === 0 && "hidden xl:block")}>
      <h3 className="mb-2 flex items-center justify-between gap-2 text-sm font-semibold text-quiet">
        {STATUS_LABELS[status]} <span className="tabular">{calls.length}</span>
      </h3>
      {calls.length === 0 ? (
        <p className="rounded-lg border border-dashed border-line p-3 text-sm text-quiet">None</p>
      ) : (
        <ul aria-label={STATUS_LABELS[status]} className="grid grid-cols-1 gap-3">
          {calls.map((call) => (
            <UnderWayCall key={call.id} call={call} asOf={view.asOf} hospitalId={view.hospital.id} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Announces what has changed since the board was last read; what was done here has its own message. */
function useDispatchNews(view: DispatchView) {
  const [seen, setSeen] = useState(view);
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set());
  const [news, setNews] = useState("");
  if (seen !== view) {
    setSeen(view);
    const said = dispatchNews(seen, view, own);
    if (said.length > 0) setNews(said.join(" "));
    // What was done here is on the screen now; later changes of the call are announced again.
    if (own.size > 0) setOwn(new Set(view.waiting.flatMap(({ id }) => (own.has(id) ? [id] : []))));
  }
  return { news, markOwn: (callId: string) => setOwn((before) => new Set([...before, callId])) };
}
