"use client";
import { faultAt } from "@/components/shell/left-out";
import { Combobox } from "@/components/ui/combobox";
import { DatePicker } from "@/components/ui/date-picker";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { LeftOut } from "@/lib/platform/input/filters";
import { FeeFilter } from "./fee-filter";
import type { DoctorFilterName, useDoctorFilters } from "./use-doctor-filters";

type Choice = { value: string; label: string; keywords?: string[] };
export type FilterChoices = {
  specialties: Choice[];
  cities: Choice[];
  languages: Choice[];
  currencies: string[];
  usualCurrency: string;
  today: string;
};

const MODES = [
  { value: "any", label: "In person or video" },
  { value: "IN_PERSON", label: "In person" },
  { value: "VIDEO", label: "By video" },
];

type Props = {
  filters: ReturnType<typeof useDoctorFilters>;
  choices: FilterChoices;
  leftOut: readonly LeftOut[];
  className?: string;
};

/** The list's filters; each change takes effect at once. */
export function DoctorFilterFields({ filters, choices, leftOut, className }: Props) {
  const { change } = filters;
  const faultOf = (name: DoctorFilterName) => faultAt(leftOut, name, filters.values[name]);
  // An ignored value is not a choice: only the error shows it.
  const values = Object.fromEntries(
    Object.entries(filters.values).map(([name, value]) => [name, faultOf(name as DoctorFilterName) ? null : value]),
  ) as typeof filters.values;
  return (
    <div className={className}>
      <Field label="Specialty" error={faultOf("specialty")}>
        <Combobox
          options={choices.specialties}
          value={values.specialty}
          onValueChange={(specialty) => change({ specialty })}
          placeholder="All"
          clearLabel="All specialties"
          searchPlaceholder="Specialty…"
        />
      </Field>
      <Field label="City" error={faultOf("city")}>
        <Combobox
          options={withChosen(choices.cities, values.city)}
          value={values.city}
          onValueChange={(city) => change({ city })}
          placeholder="Anywhere"
          clearLabel="Anywhere"
          searchPlaceholder="City…"
        />
      </Field>
      <Field label="Available from" error={faultOf("availableFrom")}>
        <DatePicker
          value={values.availableFrom}
          onValueChange={(availableFrom) => change({ availableFrom })}
          placeholder="Any day"
          min={choices.today}
        />
      </Field>
      <Field label="Language" error={faultOf("language")}>
        <Combobox
          options={choices.languages}
          value={values.language}
          onValueChange={(language) => change({ language })}
          placeholder="Any"
          clearLabel="Any language"
          searchPlaceholder="Language…"
        />
      </Field>
      <Field label="Appointment type" error={faultOf("mode")}>
        <Select
          options={MODES}
          value={values.mode ?? "any"}
          onValueChange={(mode) => change({ mode: mode === "any" ? null : mode })}
        />
      </Field>
      <FeeFilter
        filters={filters}
        faults={{ maxFee: faultOf("maxFee"), currency: faultOf("currency") }}
        currencies={choices.currencies}
        usualCurrency={choices.usualCurrency}
      />
    </div>
  );
}

/** A city from a link stays readable although few doctors have it. */
function withChosen(options: Choice[], value: string | null): Choice[] {
  return !value || options.some((option) => option.value === value) ? options : [{ value, label: value }, ...options];
}
