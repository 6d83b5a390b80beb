"use client";
import { useState } from "react";
import { FormFailure } from "@/components/ui/form-failure";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { MODE_LABELS } from "@/lib/domain/appointments/format";
import { saveServicesAction } from "@/lib/domain/doctors/actions";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { amountMinor, amountText } from "@/lib/platform/money/amount";
import { useSavedForm } from "@/components/ui/use-saved-form";

type Mode = keyof typeof MODE_LABELS;
export type OfferableService = {
  id: string;
  name: string;
  description: string;
  /** Null: not offered. */
  offer: { durationMinutes: number; feeMinor: number | null; currency: string; mode: Mode } | null;
};
type Row = { id: string; isOffered: boolean; duration: string; fee: string; mode: Mode };
type Props = { services: OfferableService[]; currency: string };

const MODES = (["IN_PERSON", "VIDEO"] as const).map((value) => ({ value, label: MODE_LABELS[value] }));

/** The catalogue's services a doctor offers, with length, fee and mode. */
export function ServicesForm({ services, currency }: Props) {
  const [rows, setRows] = useState(() => services.map((service) => rowOf(service)));
  const [saved, setSaved] = useState(rows);
  const { save, failure, isSaving } = useSavedForm("Saved. Your available times have been updated.");
  const offered = rows.filter(({ isOffered }) => isOffered);
  const change = (id: string, with_: Partial<Row>) =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, ...with_ } : row)));
  const submit = () =>
    save(
      () =>
        saveServicesAction({
          services: offered.map((row) => inputOf(row, currency)),
        }),
      () => setSaved(rows),
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <UnsavedGuard isDirty={JSON.stringify(rows) !== JSON.stringify(saved)} />
      <FormFailure error={failure} />
      <ul className="divide-y divide-line">
        {services.map((service) => {
          const row = rows.find(({ id }) => id === service.id);
          if (!row) return null;
          return (
            <Service
              key={service.id}
              service={service}
              row={row}
              currency={currency}
              path={`services.${offered.indexOf(row)}`}
              errors={failure?.fields}
              onChange={(with_) => change(service.id, with_)}
            />
          );
        })}
      </ul>
      <Button type="submit" pending={isSaving} className="mt-2">
        Save services
      </Button>
    </form>
  );
}

function rowOf({ id, offer }: OfferableService): Row {
  // In its stored currency: 80 euros are not 8,000 yen once the doctor charges in yen.
  const fee = offer ? amountText(offer.feeMinor, offer.currency) : "";
  return {
    id,
    isOffered: offer !== null,
    duration: String(offer?.durationMinutes ?? 30),
    fee,
    mode: offer?.mode ?? "IN_PERSON",
  };
}

function inputOf({ id, duration, fee, mode }: Row, currency: string) {
  return {
    serviceId: id,
    durationMinutes: duration.trim() === "" ? Number.NaN : Number(duration),
    feeMinor: amountMinor(fee, currency),
    mode,
  };
}

type OfferProps = {
  row: Row;
  currency: string;
  path: string;
  errors: readonly FieldError[] | undefined;
  onChange: (with_: Partial<Row>) => void;
};

function Service({ service, ...offer }: OfferProps & { service: OfferableService }) {
  const { row, onChange } = offer;
  return (
    <li className="py-4 first:pt-0">
      <Checkbox
        label={service.name}
        hint={service.description}
        checked={row.isOffered}
        onCheckedChange={(is) => onChange({ isOffered: is === true })}
      />
      {row.isOffered ? <Offer {...offer} name={service.name} /> : null}
    </li>
  );
}

function Offer({ row, name, currency, path, errors, onChange }: OfferProps & { name: string }) {
  return (
    <div role="group" aria-label={name} className="mt-3 ml-8 grid grid-cols-2 gap-3 sm:grid-cols-[7rem_8rem_12rem]">
      <Field label="Minutes" name={`${path}.durationMinutes`} errors={errors}>
        <Input
          inputMode="numeric"
          className="tabular"
          maxLength={3}
          value={row.duration}
          onChange={(event) => onChange({ duration: event.target.value })}
        />
      </Field>
      <Field label={`Fee (${currency})`} name={`${path}.feeMinor`} errors={errors}>
        <Input
          inputMode="decimal"
          className="tabular"
          placeholder="usual"
          value={row.fee}
          onChange={(event) => onChange({ fee: event.target.value })}
        />
      </Field>
      <Field label="How" name={`${path}.mode`} errors={errors} className="max-sm:col-span-2">
        <Select
          value={row.mode}
          onValueChange={(mode) => onChange({ mode: mode === "VIDEO" ? "VIDEO" : "IN_PERSON" })}
          options={MODES}
        />
      </Field>
    </div>
  );
}
