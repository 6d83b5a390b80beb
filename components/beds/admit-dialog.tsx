"use client";
import { useState } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import { DatePicker } from "@/components/ui/date-picker";
import { FormDialog } from "@/components/ui/form-dialog";
import { Field } from "@/components/ui/field";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { useReader } from "@/components/ui/reader";
import { Textarea } from "@/components/ui/textarea";
import { todayIn } from "@/lib/platform/time/wall-clock";
import { admitPatientAction, requestBedAction } from "@/lib/domain/beds/actions";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import { WARD_KINDS, type WardKind } from "@/lib/domain/beds/status";
import { BedChoice } from "./bed-choice";
import { bedName, findBed, type Board } from "./board-view";
import { GoneBed, LostRace } from "./lost-race";
import type { Work } from "@/components/contacts/use-work";
import { useRecipient, RecipientFields } from "@/components/patients/recipient-fields";
import { useBedChoice, useBedStep } from "./use-bed-dialog";

type How = "admit" | "wait";
type Draft = { kind: WardKind; how: How; lastDay: string | null; reason: string };
type Props = { board: Board; bedId?: string | undefined; work: Work; onClose: (bedId?: string) => void };

/** Admits a patient, known or new, directly to a bed or onto the waiting list. */
export function AdmitDialog(props: Props) {
  const { board, onClose } = props;
  const { today, kinds, draft, change, recipient, choice, send, failure, isSending } = useAdmission(props);
  const { how, kind } = draft;
  return (
    <FormDialog
      title="Admit a patient"
      submitLabel={how === "admit" ? "Admit" : "Add to the list"}
      isPending={isSending}
      onSubmit={send}
      onClose={onClose}
    >
      <LostRace failure={failure} board={board} />
      {failure || isSending ? null : <GoneBed {...choice} />}
      <RecipientFields hospitalId={board.hospitalId} recipient={recipient} errors={failure?.fields} />
      <HowField how={how} canWait={board.isListed} onChange={(next) => change({ how: next })} />
      <Field label="Kind of bed" name="wardKind" errors={failure?.fields}>
        <NativeSelect
          value={kind}
          options={kinds.map((value) => ({ value, label: WARD_KIND_LABELS[value] }))}
          onChange={(event) => change({ kind: kinds.find((one) => one === event.target.value) ?? kind })}
        />
      </Field>
      {how === "admit" ? <BedChoice {...choice.field} wanted={kind} errors={failure?.fields} /> : null}
      <Field label="Planned last day" name="to" optional errors={failure?.fields}>
        <DatePicker
          value={draft.lastDay}
          onValueChange={(lastDay) => change({ lastDay })}
          min={today}
          today={today}
          placeholder="Not known yet"
        />
      </Field>
      <Field
        label="Reason"
        name="reason"
        optional
        errors={failure?.fields}
        hint="The hospital's staff and the patient will see this."
      >
        <Textarea
          rows={2}
          maxLength={500}
          value={draft.reason}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </Field>
    </FormDialog>
  );
}

function useAdmission({ board, bedId: pressedOn, work, onClose }: Props) {
  const { clock } = useReader();
  const today = todayIn(clock, Date.parse(board.asOf));
  const kinds = WARD_KINDS.filter((kind) => board.wards.some((ward) => ward.kind === kind));
  const [draft, setDraft] = useState<Draft>(() => ({
    kind: findBed(board, pressedOn)?.ward.kind ?? kinds[0] ?? "GENERAL",
    how: "admit",
    lastDay: null,
    reason: "",
  }));
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const recipient = useRecipient();
  const choice = useBedChoice(board, pressedOn);
  const { take, failure, isSending } = useBedStep(onClose);

  const send = () => {
    const { kind, how, lastDay, reason } = draft;
    const who = recipient.read();
    const target = how === "admit" ? choice.read() : undefined;
    if (!who || (how === "admit" && !target)) return;
    const said = {
      hospitalId: board.hospitalId,
      ...who.sent,
      ...(lastDay ? { to: lastDay } : {}),
      ...(reason.trim() ? { reason } : {}),
    };
    if (target)
      take(
        () =>
          work.run("admit", `${who.name} is admitted to ${bedName(target)}`, () =>
            admitPatientAction({ ...said, bedId: target.bed.id }),
          ),
        target.bed.id,
      );
    else
      take(() =>
        work.run("admit", `${who.name} is waiting for a bed`, () =>
          requestBedAction({ ...said, wardKind: kind, from: today }),
        ),
      );
  };
  return { today, kinds, draft, change, recipient, choice, send, failure, isSending };
}

type HowProps = { how: How; canWait: boolean; onChange: (how: How) => void };

function HowField({ how, canWait, onChange }: HowProps) {
  return (
    <Field label="What happens now">
      <RadioGroup
        value={how}
        onValueChange={(value) => onChange(value === "wait" ? "wait" : "admit")}
        className="sm:grid-cols-2"
      >
        <RadioCard value="admit" label="To a bed now" />
        <RadioCard value="wait" label="Wait for a bed" disabled={!canWait} />
      </RadioGroup>
    </Field>
  );
}
