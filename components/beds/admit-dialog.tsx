"use client";
import { useState, useTransition } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import { Button } from "@/components/ui/button";
import { DatePicker } from "@/components/ui/date-picker";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { useReader } from "@/components/ui/reader";
import { Textarea } from "@/components/ui/textarea";
import { todayIn } from "@/lib/platform/time/wall-clock";
import { admitPatientAction, requestBedAction } from "@/lib/domain/beds/actions";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import { WARD_KINDS, type WardKind } from "@/lib/domain/beds/status";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { BedChoice } from "./bed-choice";
import { bedName, findBed, type Board } from "./board-view";
import { GoneBed, LostRace } from "./lost-race";
import type { Work } from "@/components/contacts/use-work";
import { useRecipient, RecipientFields } from "./recipient-fields";

type How = "admit" | "wait";
type Props = { board: Board; bedId?: string | undefined; work: Work; onClose: (bedId?: string) => void };

/** Admits a patient, known or new, directly to a bed or onto the waiting list. */
export function AdmitDialog({ board, bedId: pressedOn, work, onClose }: Props) {
  const { clock } = useReader();
  const today = todayIn(clock, Date.parse(board.asOf));
  const kinds = WARD_KINDS.filter((kind) => board.wards.some((ward) => ward.kind === kind));
  const [kind, setKind] = useState<WardKind>(() => findBed(board, pressedOn)?.ward.kind ?? kinds[0] ?? "GENERAL");
  const [how, setHow] = useState<How>("admit");
  const [chosen, setChosen] = useState(pressedOn);
  const [lastDay, setLastDay] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const recipient = useRecipient();
  const [failure, setFailure] = useState<ActionFailure>();
  const [isMissing, setMissing] = useState(false);
  const [isSending, startSending] = useTransition();
  const placed = findBed(board, chosen);
  const target = placed?.bed.condition === "FREE" ? placed : undefined;

  const send = () =>
    startSending(async () => {
      const who = recipient.read();
      setMissing(how === "admit" && !target);
      if (!who || (how === "admit" && !target)) return;
      setFailure(undefined);
      const said = {
        hospitalId: board.hospitalId,
        ...who.sent,
        ...(lastDay ? { to: lastDay } : {}),
        ...(reason.trim() ? { reason } : {}),
      };
      const refused =
        how === "admit" && target
          ? await work.run("admit", `${who.name} is admitted to ${bedName(target)}`, () =>
              admitPatientAction({ ...said, bedId: target.bed.id }),
            )
          : await work.run("admit", `${who.name} is waiting for a bed`, () =>
              requestBedAction({ ...said, wardKind: kind, from: today }),
            );
      if (refused) setFailure(refused);
      else onClose(how === "admit" ? target?.bed.id : undefined);
    });

  return (
    <Dialog open onOpenChange={(open) => !open && !isSending && onClose()}>
      <DialogContent
        title="Admit a patient"
        footer={
          <>
            <DialogClose asChild>
              <Button variant="secondary" disabled={isSending}>
                Back
              </Button>
            </DialogClose>
            <Button type="submit" form="admit-patient" pending={isSending}>
              {how === "admit" ? "Admit" : "Add to the list"}
            </Button>
          </>
        }
      >
        <form
          id="admit-patient"
          noValidate
          className="grid gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isSending) send();
          }}
        >
          <LostRace failure={failure} board={board} />
          {failure || isSending ? null : <GoneBed placed={placed} isFree={target !== undefined} />}
          <RecipientFields hospitalId={board.hospitalId} recipient={recipient} errors={failure?.fields} />
          <Field label="What happens now">
            <RadioGroup
              value={how}
              onValueChange={(value) => setHow(value === "wait" ? "wait" : "admit")}
              className="sm:grid-cols-2"
            >
              <RadioCard value="admit" label="To a bed now" />
              <RadioCard value="wait" label="Wait for a bed" disabled={!board.isListed} />
            </RadioGroup>
          </Field>
          <Field label="Kind of bed" name="wardKind" errors={failure?.fields}>
            <NativeSelect
              value={kind}
              options={kinds.map((value) => ({ value, label: WARD_KIND_LABELS[value] }))}
              onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? kind)}
            />
          </Field>
          {how === "admit" ? (
            <BedChoice
              board={board}
              wanted={kind}
              bedId={target?.bed.id}
              onChoose={setChosen}
              errors={failure?.fields}
              error={isMissing && !target ? "Choose a bed" : undefined}
            />
          ) : null}
          <Field label="Planned last day" name="to" optional errors={failure?.fields}>
            <DatePicker
              value={lastDay}
              onValueChange={setLastDay}
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
            <Textarea rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
