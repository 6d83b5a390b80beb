"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { FormFailure } from "@/components/ui/form-failure";
import { Button } from "@/components/ui/button";
import { DatePicker } from "@/components/ui/date-picker";
import { Field } from "@/components/ui/field";
import { placeOf } from "@/components/ui/format-instant";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { useClock, useReader } from "@/components/ui/reader";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { shiftDate } from "@/lib/platform/time/local-date";
import { todayIn } from "@/lib/platform/time/wall-clock";
import { requestBedAction } from "@/lib/domain/beds/actions";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import type { WardKind } from "@/lib/domain/beds/status";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { routes } from "@/lib/site/routes";
import { WhatHappensNext } from "./what-happens-next";

export type RequestBedFormProps = {
  hospital: { id: string; name: string; timeZone: string };
  /** The kinds of beds the hospital has, with how many are free now. */
  kinds: { kind: WardKind; free: number }[];
  patients: { id: string; name: string }[];
  asOf: string;
};

const YEAR_DAYS = 365;

/** Kind, patient, dates and reason in one form, with what happens next beside it. */
export function RequestBedForm(props: RequestBedFormProps) {
  const { hospital, kinds, patients } = props;
  const { today, draft, change, send, failure, isMissing, isSending } = useBedRequest(props);
  const fields = { draft, onChange: change, errors: failure?.fields };
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
      <form
        className="grid gap-6"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSending) send();
        }}
      >
        <UnsavedGuard isDirty={draft.reason.trim() !== ""} />
        <FormFailure error={failure} />
        <KindField {...fields} kinds={kinds} isMissing={isMissing} />
        {patients.length > 1 ? <PatientField {...fields} patients={patients} /> : null}
        <DateFields {...fields} today={today} zone={hospital.timeZone} />
        <Field
          label="Why do you need it?"
          name="reason"
          optional
          errors={failure?.fields}
          hint="For example, an operation, a referral or your symptoms. The hospital will see this."
        >
          <Textarea
            rows={3}
            maxLength={500}
            value={draft.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        </Field>
        <Button type="submit" size="lg" pending={isSending} className="w-full sm:w-fit">
          Request this bed
        </Button>
      </form>
      <WhatHappensNext hospital={hospital.name} />
    </div>
  );
}

type Draft = { kind: WardKind | undefined; patientId: string; from: string; to: string | null; reason: string };

function useBedRequest({ hospital, kinds, patients, asOf }: RequestBedFormProps) {
  const router = useRouter();
  const today = todayIn(useClock(hospital.timeZone), Date.parse(asOf));
  const [draft, setDraft] = useState<Draft>({
    kind: kinds.length === 1 ? kinds[0]?.kind : undefined,
    patientId: patients[0]?.id ?? "",
    from: today,
    to: null,
    reason: "",
  });
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const [failure, setFailure] = useState<ActionFailure>();
  const [isMissing, setMissing] = useState(false);
  const [isSending, startSending] = useTransition();
  const send = () =>
    startSending(async () => {
      const { kind, patientId, from, to, reason } = draft;
      setMissing(!kind);
      if (!kind) return;
      setFailure(undefined);
      const wanted = { hospitalId: hospital.id, patientId, wardKind: kind, from };
      const result = await tryAction(() =>
        requestBedAction({ ...wanted, ...(to ? { to } : {}), ...(reason.trim() ? { reason } : {}) }),
      );
      if (!result.ok) return setFailure(result.error);
      toast.success(`${hospital.name} has your request`);
      router.push(routes.patient.stay(result.data.id));
    });
  return { today, draft, change, send, failure, isMissing, isSending };
}

type FieldsProps = {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
  errors: readonly FieldError[] | undefined;
};
type KindProps = FieldsProps & Pick<RequestBedFormProps, "kinds"> & { isMissing: boolean };

function KindField({ kinds, isMissing, draft: { kind }, onChange, errors }: KindProps) {
  return (
    <Field
      label="What kind of bed?"
      name="wardKind"
      required
      errors={errors}
      error={isMissing && !kind ? "Choose a kind" : undefined}
    >
      <RadioGroup
        value={kind ?? ""}
        onValueChange={(value) => onChange({ kind: kinds.find((one) => one.kind === value)?.kind })}
        className="sm:grid-cols-2"
      >
        {kinds.map((one) => (
          <RadioCard
            key={one.kind}
            value={one.kind}
            label={WARD_KIND_LABELS[one.kind]}
            hint={one.free === 0 ? "None free now" : `${one.free} free now`}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

type PatientProps = FieldsProps & Pick<RequestBedFormProps, "patients">;

function PatientField({ patients, draft, onChange, errors }: PatientProps) {
  return (
    <Field label="Who is it for?" name="patientId" errors={errors}>
      <RadioGroup
        value={draft.patientId}
        onValueChange={(patientId) => onChange({ patientId })}
        className="sm:grid-cols-2"
      >
        {patients.map(({ id, name }) => (
          <RadioCard key={id} value={id} label={name} />
        ))}
      </RadioGroup>
    </Field>
  );
}

type DateProps = FieldsProps & { today: string; zone: string };

function DateFields({ today, zone, draft: { from, to }, onChange, errors }: DateProps) {
  const reader = useReader();
  const days = { today, max: shiftDate(today, YEAR_DAYS) };
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field
        label="From"
        name="from"
        errors={errors}
        hint={reader.timeZone === zone ? undefined : `Dates in ${placeOf(zone)} time`}
      >
        <DatePicker
          value={from}
          onValueChange={(date) => onChange({ from: date, ...(to && to < date ? { to: null } : {}) })}
          min={today}
          {...days}
        />
      </Field>
      <Field label="Until" name="to" optional errors={errors}>
        <DatePicker
          value={to}
          onValueChange={(date) => onChange({ to: date })}
          min={from}
          placeholder="Not known yet"
          {...days}
        />
      </Field>
    </div>
  );
}
