"use client";
import { GripVertical, Inbox } from "lucide-react";
import { LocaleText } from "@/components/ui/locale-text";
import { useNow } from "@/components/ui/use-now";
import { minutesText } from "@/components/doctor-day/day-rules";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import { counted } from "@/lib/platform/text/counted";
import type { ShortMoment } from "./board-dates";
import type { BoardRequest } from "./board-view";

export type RequestListProps = {
  requests: BoardRequest[];
  count: number;
  moment: ShortMoment;
  asOf: string;
  onAssign: (request: BoardRequest) => void;
  onDecline: (request: BoardRequest) => void;
};

const DAY_MINUTES = 1_440;

/** Patients waiting for a bed, of which kind, from when, why and how long; each can be dragged to a free bed or assigned here. */
export function RequestList({ requests, count, moment, asOf, onAssign, onDecline }: RequestListProps) {
  const now = useNow(asOf);
  if (requests.length === 0) {
    return (
      <p className="flex items-center gap-3 rounded-lg border border-dashed border-line p-4 text-sm text-quiet">
        <Inbox aria-hidden className="size-5 shrink-0" />
        No one is waiting for a bed. Requests appear here at once.
      </p>
    );
  }
  return (
    <>
      <ul aria-label="Bed requests" className="grid gap-3">
        {requests.map((request) => (
          <WaitingPatient
            key={request.id}
            request={request}
            moment={moment}
            now={now}
            onAssign={onAssign}
            onDecline={onDecline}
          />
        ))}
      </ul>
      {count > requests.length ? (
        <p className="mt-3 text-sm text-quiet">
          and {count - requests.length} more, who appear here as you answer these
        </p>
      ) : null}
    </>
  );
}

type WaitingPatientProps = Pick<RequestListProps, "moment" | "onAssign" | "onDecline"> & {
  request: BoardRequest;
  now: number;
};

function WaitingPatient({ request, moment, now, onAssign, onDecline }: WaitingPatientProps) {
  return (
    <li
      data-request={request.id}
      data-drag={request.id}
      className="group/request rounded-lg border border-line bg-surface p-4 pointer-fine:cursor-grab"
    >
      <div className="flex items-start justify-between gap-2">
        <p className="min-w-0 font-semibold">
          {request.name}
          {request.age === null ? null : <span className="font-normal text-quiet">, {request.age}</span>}
        </p>
        <GripVertical aria-hidden className="-mr-1 hidden size-4 shrink-0 text-quiet pointer-fine:block" />
      </div>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <Badge tone="accent">{WARD_KIND_LABELS[request.wardKind]}</Badge>
        <LocaleText className="tabular">{wantedText(request, moment, now)}</LocaleText>
      </div>
      {request.reason ? <p className="mt-1.5 line-clamp-3 text-sm">{request.reason}</p> : null}
      <p className="mt-1.5 text-sm text-quiet">{waitingText(request.createdAt, now)}</p>
      <div className="mt-3 flex gap-2">
        <Button size="sm" onClick={() => onAssign(request)}>
          Assign…<span className="sr-only">: {request.name}</span>
        </Button>
        <Button size="sm" variant="secondary" onClick={() => onDecline(request)}>
          Decline<span className="sr-only">: {request.name}</span>
        </Button>
      </div>
    </li>
  );
}

/** "from now", "from 14:20 until Fri 6 Nov", "Tue 3 Nov – Fri 6 Nov". */
export function wantedText(
  { from, to }: Pick<BoardRequest, "from" | "to">,
  moment: ShortMoment,
  nowMs: number,
): string {
  const start = Date.parse(from) <= nowMs ? "from now" : `from ${moment(from)}`;
  return to ? `${start} until ${moment(to)}` : start;
}

function waitingText(createdAt: string, nowMs: number): string {
  const minutes = Math.max(0, (nowMs - Date.parse(createdAt)) / 60_000);
  if (minutes < 1) return "requested just now";
  if (minutes < DAY_MINUTES) return `waiting ${minutesText(minutes)}`;
  const days = Math.floor(minutes / DAY_MINUTES);
  return `waiting ${counted(days, "day")}`;
}
