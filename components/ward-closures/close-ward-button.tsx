"use client";
import { DoorClosed } from "lucide-react";
import { useState } from "react";
import { useWork, type Work } from "@/components/contacts/use-work";
import { BackButton } from "@/components/ui/back-button";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogContent } from "@/components/ui/dialog";
import { DialogButton } from "@/components/ui/dialog-button";
import { errorFor, Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { NativeSelect } from "@/components/ui/native-select";
import { RadioGroup, RadioPill } from "@/components/ui/radio-group";
import { REASON_LABELS } from "@/lib/domain/ward-closures/format";
import { CLOSURE_REASONS } from "@/lib/domain/ward-closures/status";
import { ClosingPreviewList } from "./closing-preview";
import type { ClosableWard } from "./closure-view";
import { MomentFields, useMoment } from "@/components/ui/moment-fields";
import { useClosing } from "./use-closing";

type Props = {
  hospitalId: string;
  ward: ClosableWard;
  /** When the page was read, ISO. */
  asOf: string;
};

/** Closes a ward, or some of its beds, after showing who is affected. */
export function CloseWardButton(props: Props) {
  const work = useWork();
  return (
    <DialogButton
      icon={<DoorClosed aria-hidden />}
      size="sm"
      label={
        <>
          Close<span className="sr-only">: {props.ward.name}</span>
        </>
      }
    >
      {(close) => <CloseWardDialog {...props} work={work} onClose={close} />}
    </DialogButton>
  );
}

function CloseWardDialog({ hospitalId, ward, asOf, work, onClose }: Props & { work: Work; onClose: () => void }) {
  const fields = useFields(asOf);
  const { reason, chosen, starts, ends } = fields;
  const wanted = {
    hospitalId,
    wardId: ward.id,
    reason,
    ...(chosen ? { bedIds: chosen } : {}),
    ...(starts.instant ? { startsAt: starts.instant } : {}),
    endsAt: ends.instant,
  };
  const { preview, show, next, goBack, failure, isBusy } = useClosing(wanted, work, onClose);
  const isWrong = starts.isWrong || ends.isWrong;
  return (
    <DialogContent
      title={preview ? `Close ${chosen ? "these beds" : ward.name}?` : `What is closed in ${ward.name}, and when?`}
      description={
        preview
          ? "We'll tell patients with a reservation in two minutes. Until then you can undo it."
          : "You'll see who is affected before anything changes."
      }
      footer={
        <>
          <BackButton isBusy={isBusy} onBack={preview ? goBack : undefined} />
          <Button type="submit" form="closing" pending={isBusy} disabled={isWrong}>
            {preview ? (chosen ? "Close the beds" : "Close the ward") : "See who is affected"}
          </Button>
        </>
      }
    >
      <form
        id="closing"
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWrong) next();
        }}
      >
        {failure ? <FormMessage title={failure.message} /> : null}
        {preview ? (
          <ClosingPreviewList preview={preview} isBusy={isBusy} onMore={show} />
        ) : (
          <ClosingFields fields={fields} ward={ward} errors={failure?.fields} />
        )}
      </form>
    </DialogContent>
  );
}

function useFields(asOf: string) {
  const [reason, setReason] = useState<(typeof CLOSURE_REASONS)[number]>("CLEANING");
  /** Null: the whole ward. */
  const [chosen, setChosen] = useState<string[] | null>(null);
  return { reason, setReason, chosen, setChosen, starts: useMoment(asOf, null), ends: useMoment(asOf, null) };
}

type FieldsProps = {
  fields: ReturnType<typeof useFields>;
  ward: ClosableWard;
  errors: Parameters<typeof MomentFields>[0]["errors"];
};

function ClosingFields({ fields: { reason, setReason, chosen, setChosen, starts, ends }, ward, errors }: FieldsProps) {
  return (
    <>
      {ward.beds.length > 1 ? (
        <Field label="What is closed" name="bedIds" errors={errors}>
          <RadioGroup
            value={chosen ? "some" : "all"}
            onValueChange={(value) => setChosen(value === "some" ? [] : null)}
            className="flex flex-wrap gap-2"
          >
            <RadioPill value="all">The whole ward</RadioPill>
            <RadioPill value="some">Some beds</RadioPill>
          </RadioGroup>
        </Field>
      ) : null}
      {chosen ? <BedChoices ward={ward} chosen={chosen} setChosen={setChosen} /> : null}
      <Field label="Reason" name="reason" errors={errors} error={errorFor(errors, "wardId")}>
        <NativeSelect
          value={reason}
          onChange={(event) => setReason(CLOSURE_REASONS.find((one) => one === event.target.value) ?? "OTHER")}
          options={CLOSURE_REASONS.map((value) => ({ value, label: REASON_LABELS[value] }))}
        />
      </Field>
      <MomentFields moment={starts} label="From" name="startsAt" choices={["Now", "Later"]} errors={errors} />
      <MomentFields moment={ends} label="Until" name="endsAt" choices={["Further notice", "A time"]} errors={errors} />
    </>
  );
}

type ChoicesProps = { ward: ClosableWard; chosen: string[]; setChosen: (ids: string[]) => void };

function BedChoices({ ward, chosen, setChosen }: ChoicesProps) {
  return (
    <fieldset className="max-h-56 overflow-y-auto rounded-md border border-line p-3">
      <legend className="sr-only">Beds of {ward.name}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-3">
        {ward.beds.map(({ id, label }) => (
          <Checkbox
            key={id}
            label={label}
            checked={chosen.includes(id)}
            onCheckedChange={(isOn) => setChosen(isOn === true ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
      </div>
    </fieldset>
  );
}
