"use client";
import { useState } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import { FormFailure } from "@/components/ui/form-failure";
import { useSavedForm } from "@/components/ui/use-saved-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { addWardAction, changeWardAction } from "@/lib/domain/beds/actions";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import { WARD_KINDS, type WardKind } from "@/lib/domain/beds/status";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { amountMinor, amountText } from "@/lib/platform/money/amount";
import { CURRENCIES } from "@/lib/platform/money/currencies";
import type { DepartmentOption, SetUpWard } from "./ward-view";

type Props = {
  hospitalId: string;
  departments: DepartmentOption[];
  /** Without one, a new ward. */
  ward?: SetUpWard | undefined;
  /** The currency of the hospital's other wards. */
  usualCurrency?: string | undefined;
  onClose: () => void;
};

const USUAL_CLEANING = "45";
const CURRENCY_OPTIONS = [...CURRENCIES.values()].map(({ code, name }) => ({ value: code, label: `${code}, ${name}` }));

/** A ward's settings: name, kind, department, daily rate, and cleaning time. */
export function WardForm(props: Props) {
  const { departments, ward, onClose } = props;
  const { draft, change, submit, failure, isSaving } = useWardForm(props);
  return (
    <FormDialog
      title={ward ? `Change ${ward.name}` : "Add a ward"}
      submitLabel={ward ? "Save" : "Add ward"}
      isPending={isSaving}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormFailure error={failure} />
      <Field label="Name" name="name" required errors={failure?.fields}>
        <Input
          value={draft.name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      <Field label="Kind" name="kind" errors={failure?.fields} hint="Patients request a bed by kind.">
        <NativeSelect
          value={draft.kind}
          options={WARD_KINDS.map((value) => ({ value, label: WARD_KIND_LABELS[value] }))}
          onChange={(event) => change({ kind: WARD_KINDS.find((one) => one === event.target.value) ?? draft.kind })}
        />
      </Field>
      {departments.length > 0 ? (
        <Field label="Department" name="departmentId" optional errors={failure?.fields}>
          <NativeSelect
            empty="None"
            value={draft.departmentId}
            options={departments.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => change({ departmentId: event.target.value })}
          />
        </Field>
      ) : null}
      <DailyRateFields draft={draft} onChange={change} errors={failure?.fields} />
      <Field label="Cleaning takes (minutes)" name="cleaningMinutes" errors={failure?.fields}>
        <Input
          inputMode="numeric"
          className="tabular sm:max-w-40"
          maxLength={4}
          value={draft.minutes}
          onChange={(event) => change({ minutes: event.target.value })}
        />
      </Field>
    </FormDialog>
  );
}

type Draft = {
  name: string;
  kind: WardKind;
  departmentId: string;
  rate: string;
  currency: string;
  minutes: string;
};

function useWardForm({ hospitalId, ward, usualCurrency = "EUR", onClose }: Props) {
  const [draft, setDraft] = useState<Draft>(() => {
    const currency = ward?.dailyRate?.currency ?? usualCurrency;
    return {
      name: ward?.name ?? "",
      kind: ward?.kind ?? "GENERAL",
      departmentId: ward?.departmentId ?? "",
      rate: amountText(ward?.dailyRate?.amountMinor ?? null, currency),
      currency,
      minutes: String(ward?.cleaningMinutes ?? USUAL_CLEANING),
    };
  });
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const { save, failure, isSaving } = useSavedForm(ward ? "Saved" : "Ward added");
  const submit = () => {
    const { name, kind, departmentId, rate, currency, minutes } = draft;
    const minor = amountMinor(rate, currency);
    const said = {
      name,
      kind,
      departmentId: departmentId || null,
      dailyRate: minor === null ? null : { amountMinor: minor, currency },
      cleaningMinutes: minutes.trim() === "" ? Number.NaN : Number(minutes),
    };
    save<unknown>(
      () =>
        ward
          ? changeWardAction({ id: ward.id, version: ward.version, ...said })
          : addWardAction({ hospitalId, ...said }),
      onClose,
    );
  };
  return { draft, change, submit, failure, isSaving };
}

type DailyRateProps = {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
  errors: readonly FieldError[] | undefined;
};

function DailyRateFields({ draft, onChange, errors }: DailyRateProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Daily rate" name="dailyRate.amountMinor" optional errors={errors}>
        <Input
          inputMode="decimal"
          className="tabular"
          value={draft.rate}
          onChange={(event) => onChange({ rate: event.target.value })}
        />
      </Field>
      <Field label="Currency" name="dailyRate.currency" errors={errors}>
        <NativeSelect
          options={CURRENCY_OPTIONS}
          value={draft.currency}
          onChange={(event) => onChange({ currency: event.target.value })}
        />
      </Field>
    </div>
  );
}
