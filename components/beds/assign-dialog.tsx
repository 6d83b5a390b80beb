"use client";
import { useState } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import { useNow } from "@/components/ui/use-now";
import { FormDialog } from "@/components/ui/form-dialog";
import { Field } from "@/components/ui/field";
import { formatInstant } from "@/components/ui/format-instant";
import { FormMessage } from "@/components/ui/form-message";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { useReader } from "@/components/ui/reader";
import { changeBedBookingAction } from "@/lib/domain/beds/actions";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { BedChoice } from "./bed-choice";
import { GoneBed, LostRace } from "./lost-race";
import { allBeds, bedName, type Board, type BoardRequest } from "./board-view";
import { hoursText, KEPT_HOURS, keptUntil, USUAL_HOURS } from "./kept-until";
import type { Work } from "@/components/contacts/use-work";
import { useBedChoice, useBedStep } from "./use-bed-dialog";

type How = "reserve" | "admit";

/** A patient may arrive hours before the requested time, but hardly days before. */
const EARLY_MS = 24 * 3_600_000;
export type AssignDialogProps = {
  board: Board;
  /** As it was when the dialog opened; the board tells whether it is still open. */
  request: BoardRequest;
  bedId?: string | undefined;
  work: Work;
  onClose: (bedId?: string) => void;
};

/**
 * Assigns a bed to a waiting patient: which one, and whether to reserve it or admit at once. The selection survives a
 * lost race.
 */
export function AssignDialog({ board, request, bedId: droppedOn, work, onClose }: AssignDialogProps) {
  const reader = useReader();
  const now = useNow(board.asOf);
  const isFuture = Date.parse(request.from) > now;
  const [how, setHow] = useState<How>("reserve");
  const [hours, setHours] = useState<number>(USUAL_HOURS);
  const isKept = how === "reserve";
  const choice = useBedChoice(board, droppedOn, isKept);
  const { take, failure, isSending } = useBedStep(onClose);
  const isAnswered = !isSending && !board.requests.some(({ id }) => id === request.id);
  const send = () => {
    const target = choice.read();
    if (!target) return;
    const bedId = target.bed.id;
    take(() => assign(work, request, { bedId, how, hours, where: bedName(target) }), bedId);
  };
  return (
    <FormDialog
      title={`A bed for ${request.name}`}
      description={[
        WARD_KIND_LABELS[request.wardKind],
        isFuture ? `from ${formatInstant(request.from, "datetime", reader)}` : "from now",
      ].join(", ")}
      submitLabel={how === "admit" ? "Admit" : "Reserve"}
      isPending={isSending}
      isDisabled={isAnswered}
      onSubmit={send}
      onClose={onClose}
    >
      {isAnswered ? <Answered board={board} request={request} /> : <LostRace failure={failure} board={board} />}
      {isAnswered || failure || isSending ? null : <GoneBed {...choice} />}
      {request.reason ? <p className="rounded-md bg-sunken p-3 text-sm">{request.reason}</p> : null}
      <BedChoice {...choice.field} wanted={request.wardKind} errors={failure?.fields} />
      <HowField how={how} isEarly={Date.parse(request.from) - now > EARLY_MS} onChange={setHow} />
      {isKept ? (
        <ReservedFor from={request.from} now={now} hours={hours} onChange={setHours} errors={failure?.fields} />
      ) : null}
    </FormDialog>
  );
}

type HowProps = { how: How; isEarly: boolean; onChange: (how: How) => void };

function HowField({ how, isEarly, onChange }: HowProps) {
  return (
    <Field label="What happens now">
      <RadioGroup
        value={how}
        onValueChange={(value) => onChange(value === "admit" ? "admit" : "reserve")}
        className="sm:grid-cols-2"
      >
        <RadioCard value="reserve" label="Reserve the bed" hint="Until they arrive" />
        <RadioCard value="admit" label="Admit now" hint="They are here" disabled={isEarly} />
      </RadioGroup>
    </Field>
  );
}

type ReservedForProps = {
  from: string;
  now: number;
  hours: number;
  onChange: (hours: number) => void;
  errors: readonly FieldError[] | undefined;
};

function ReservedFor({ from, now, hours, onChange, errors }: ReservedForProps) {
  const reader = useReader();
  return (
    <Field
      label="Reserved for"
      name="reservedUntil"
      errors={errors}
      hint="The bed is released if they haven't arrived by then."
    >
      <NativeSelect
        value={String(hours)}
        onChange={(event) => onChange(Number(event.target.value))}
        options={KEPT_HOURS.map((count) => ({
          value: String(count),
          label: `${hoursText(count)}, until ${formatInstant(keptUntil(from, count, now), "datetime", reader)}`,
        }))}
      />
    </Field>
  );
}

type Choice = { bedId: string; how: How; hours: number; where: string };

/** Reserves and, for a patient who is here, then admits: two steps, because a stay has both. */
async function assign(
  work: Work,
  { id, version, from, name }: BoardRequest,
  { bedId, how, hours, where }: Choice,
): Promise<ActionFailure | undefined> {
  const reservedUntil = keptUntil(from, hours, Date.now());
  const reserve = () =>
    changeBedBookingAction({ id, version, status: "RESERVED", bedId, ...(how === "reserve" ? { reservedUntil } : {}) });
  if (how === "reserve") return work.run(`booking:${id}`, `${where} is reserved for ${name}`, reserve);
  return work.run(`booking:${id}`, `${name} is admitted to ${where}`, async () => {
    const reserved = await reserve();
    if (!reserved.ok) return reserved;
    return changeBedBookingAction({ id, version: reserved.data.version, status: "ADMITTED" });
  });
}

/** Someone else has answered while this was open. */
function Answered({ board, request }: { board: Board; request: BoardRequest }) {
  const placed = allBeds(board).find(
    ({ bed }) => bed.stay?.id === request.id || bed.later.some(({ id }) => id === request.id),
  );
  return (
    <FormMessage
      tone="accent"
      title={
        placed
          ? `${request.name} has been given ${bedName(placed)}`
          : `The request from ${request.name} is no longer open`
      }
    >
      There&apos;s nothing left to do here.
    </FormMessage>
  );
}
