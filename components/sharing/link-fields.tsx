"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCard, RadioGroup, RadioPill } from "@/components/ui/radio-group";
import { PART_MEANINGS, PART_WORDS, SPAN_WORDS } from "@/lib/domain/sharing/format";
import { LINK_MINUTES, LINK_PARTS, MAX_DEVICES, type LinkPart } from "@/lib/domain/sharing/status";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { ChoiceGroup } from "./choice-group";
import { LinkVisits } from "./link-visits";

export type LinkDraft = {
  parts: LinkPart[];
  /** Visits chosen one by one; null: all of them. */
  chosen: string[] | null;
  minutes: (typeof LINK_MINUTES)[number];
  maxDevices: number;
  passcode: string;
};

/** What a doctor who has never seen someone needs first. */
export const NEW_LINK: LinkDraft = {
  parts: ["ALLERGIES", "CONDITIONS", "MEDICINES"],
  chosen: null,
  minutes: 60,
  maxDevices: 1,
  passcode: "",
};

type Props = {
  draft: LinkDraft;
  onChange: (draft: LinkDraft) => void;
  patientId: string;
  errors: readonly FieldError[] | undefined;
};

/** What a link opens, for how long, on how many devices, and with which passcode. */
export function LinkFields(props: Props) {
  const { draft, onChange, errors } = props;
  return (
    <>
      <PartFields {...props} />
      <SpanField {...props} />
      <DeviceField {...props} />
      <Field
        label="Passcode"
        name="passcode"
        optional
        errors={errors}
        hint="Asked for before the link opens. Tell it to the person yourself, not together with the link."
      >
        <Input
          value={draft.passcode}
          onChange={(event) => onChange({ ...draft, passcode: event.target.value })}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
    </>
  );
}

function SpanField({ draft, onChange, errors }: Props) {
  return (
    <Field label="For how long?" name="minutes" errors={errors}>
      <RadioGroup
        className="flex flex-wrap"
        value={String(draft.minutes)}
        onValueChange={(value) =>
          onChange({ ...draft, minutes: LINK_MINUTES.find((one) => String(one) === value) ?? draft.minutes })
        }
      >
        {LINK_MINUTES.map((minutes) => (
          <RadioPill key={minutes} value={String(minutes)}>
            {SPAN_WORDS[minutes]}
          </RadioPill>
        ))}
      </RadioGroup>
    </Field>
  );
}

function DeviceField({ draft, onChange, errors }: Props) {
  return (
    <Field label="On how many devices?" name="maxDevices" errors={errors}>
      <RadioGroup
        value={String(draft.maxDevices)}
        onValueChange={(value) => onChange({ ...draft, maxDevices: Number(value) })}
      >
        <RadioCard
          value="1"
          label="One device"
          hint="The first browser that opens the link keeps it and can load it again. It opens nowhere else."
        />
        <RadioCard
          value={String(MAX_DEVICES)}
          label={`Up to ${MAX_DEVICES} devices`}
          hint="For a practice where several people look. Each device can load it again."
        />
      </RadioGroup>
    </Field>
  );
}

function PartFields({ draft, onChange, patientId, errors }: Props) {
  const choose = (part: LinkPart, isChosen: boolean) =>
    onChange({ ...draft, parts: LINK_PARTS.filter((one) => (one === part ? isChosen : draft.parts.includes(one))) });
  return (
    <ChoiceGroup
      label="What does it open?"
      name="parts"
      errors={errors}
      hint="The name and date of birth are always shown, so that it’s clear whose record it is."
    >
      {LINK_PARTS.map((part) => (
        <Checkbox
          key={part}
          id={`link-${part}`}
          checked={draft.parts.includes(part)}
          onCheckedChange={(isChosen) => choose(part, isChosen === true)}
          label={PART_WORDS[part]}
          hint={PART_MEANINGS[part]}
        />
      ))}
      {draft.parts.includes("VISITS") ? (
        <LinkVisits
          patientId={patientId}
          chosen={draft.chosen}
          onChange={(chosen) => onChange({ ...draft, chosen })}
          errors={errors}
        />
      ) : null}
    </ChoiceGroup>
  );
}
