"use client";
import { useState } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { KIND_HINTS, KIND_LABELS } from "@/lib/domain/ambulances/format";
import { AMBULANCE_KINDS, type AmbulanceKind } from "@/lib/domain/ambulances/status";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { BED_WORDS } from "./bed-words";

export type Caller = { people: { id: string; name: string }[]; name: string; phone: string };

export type CallQuestionsProps = {
  caller: Caller | null;
  errors: readonly FieldError[] | undefined;
  values?: Record<string, string> | undefined;
};

const SOMEONE_ELSE = "";
const tall = "h-12 pointer-coarse:h-12";

/** The caller and what is needed. Mostly pre-filled for signed-in users. */
export function CallQuestions({ caller, errors, values }: CallQuestionsProps) {
  const [kind, setKind] = useState<string>(values?.kind ?? "BASIC");
  const people = caller?.people ?? [];
  return (
    <>
      {people.length > 0 ? (
        <Field label="Who needs it?" name="patientId" errors={errors}>
          <NativeSelect
            className={tall}
            defaultValue={values?.patientId ?? people[0]?.id ?? SOMEONE_ELSE}
            options={[
              ...people.map(({ id, name }) => ({ value: id, label: name })),
              { value: SOMEONE_ELSE, label: "Someone else" },
            ]}
          />
        </Field>
      ) : null}
      <CallerFields caller={caller} errors={errors} values={values} />
      <Field
        label="What is needed?"
        name="kind"
        errors={errors}
        hint={isKind(kind) ? `${KIND_LABELS[kind]}.${ALSO[kind] ?? ""}` : undefined}
      >
        <NativeSelect
          className={tall}
          defaultValue={kind}
          onChange={(event) => setKind(event.target.value)}
          options={AMBULANCE_KINDS.map((value) => ({ value, label: KIND_HINTS[value] }))}
        />
      </Field>
      <Field label="Do you also need a hospital bed?" name="bedKind" errors={errors}>
        <NativeSelect
          className={tall}
          empty="Not now"
          defaultValue={values?.bedKind ?? ""}
          options={Object.entries(BED_WORDS).map(([value, label]) => ({ value, label }))}
        />
      </Field>
    </>
  );
}

function CallerFields({ caller, errors, values }: CallQuestionsProps) {
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label="Your name" name="name" errors={errors}>
        <Input
          className={tall}
          autoComplete="name"
          maxLength={100}
          defaultValue={values?.name ?? caller?.name}
          enterKeyHint="next"
        />
      </Field>
      <Field label="Your phone number" name="phone" errors={errors}>
        <Input
          className={tall}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={60}
          defaultValue={values?.phone ?? caller?.phone}
          enterKeyHint="next"
        />
      </Field>
    </div>
  );
}

const ALSO: Partial<Record<AmbulanceKind, string>> = {
  ADVANCED: " Call the emergency number as well: every minute counts.",
};

const isKind = (value: string): value is AmbulanceKind => value in KIND_LABELS;
