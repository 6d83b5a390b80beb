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
export function WardForm({ hospitalId, departments, ward, usualCurrency = "EUR", onClose }: Props) {
  const [currency, setCurrency] = useState(ward?.dailyRate?.currency ?? usualCurrency);
  const [name, setName] = useState(ward?.name ?? "");
  const [kind, setKind] = useState<WardKind>(ward?.kind ?? "GENERAL");
  const [departmentId, setDepartmentId] = useState(ward?.departmentId ?? "");
  const [rate, setRate] = useState(amountText(ward?.dailyRate?.amountMinor ?? null, currency));
  const [minutes, setMinutes] = useState(String(ward?.cleaningMinutes ?? USUAL_CLEANING));
  const { save, failure, isSaving } = useSavedForm(ward ? "Saved" : "Ward added");
  const submit = () => {
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
        <Input value={name} maxLength={80} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label="Kind" name="kind" errors={failure?.fields} hint="Patients request a bed by kind.">
        <NativeSelect
          value={kind}
          options={WARD_KINDS.map((value) => ({ value, label: WARD_KIND_LABELS[value] }))}
          onChange={(event) => setKind(WARD_KINDS.find((one) => one === event.target.value) ?? kind)}
        />
      </Field>
      {departments.length > 0 ? (
        <Field label="Department" name="departmentId" optional errors={failure?.fields}>
          <NativeSelect
            empty="None"
            value={departmentId}
            options={departments.map(({ id, name: label }) => ({ value: id, label }))}
            onChange={(event) => setDepartmentId(event.target.value)}
          />
        </Field>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Daily rate" name="dailyRate.amountMinor" optional errors={failure?.fields}>
          <Input
            inputMode="decimal"
            className="tabular"
            value={rate}
            onChange={(event) => setRate(event.target.value)}
          />
        </Field>
        <Field label="Currency" name="dailyRate.currency" errors={failure?.fields}>
          <NativeSelect
            options={CURRENCY_OPTIONS}
            value={currency}
            onChange={(event) => setCurrency(event.target.value)}
          />
        </Field>
      </div>
      <Field label="Cleaning takes (minutes)" name="cleaningMinutes" errors={failure?.fields}>
        <Input
          inputMode="numeric"
          className="tabular sm:max-w-40"
          maxLength={4}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
      </Field>
    </FormDialog>
  );
}
