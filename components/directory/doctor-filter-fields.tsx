"use client";
import { faultAt } from "@/components/shell/left-out";
import { Combobox, type ComboboxProps } from "@/components/ui/combobox";
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

export type DoctorFilterFieldsProps = {
  filters: ReturnType<typeof useDoctorFilters>;
  choices: FilterChoices;
  leftOut: readonly LeftOut[];
  className?: string;
};

/** The list's filters; each change takes effect at once. */
export function DoctorFilterFields({ filters, choices, leftOut, className }: DoctorFilterFieldsProps) {
  const faultOf = (name: DoctorFilterName) => faultAt(leftOut, name, filters.values[name]);
  const values = withoutFaulty(filters.values, faultOf);
  const filter = (name: DoctorFilterName): FilterProps => ({
    value: values[name],
    error: faultOf(name),
    onChange: (value) => filters.change({ [name]: value }),
  });
  return (
    <div className={className}>
      <ChoiceFilter
        {...filter("specialty")}
        label="Specialty"
        options={choices.specialties}
        placeholder="All"
        clearLabel="All specialties"
        searchPlaceholder="Specialty…"
      />
      <ChoiceFilter
        {...filter("city")}
        label="City"
        options={withChosen(choices.cities, values.city)}
        placeholder="Anywhere"
        clearLabel="Anywhere"
        searchPlaceholder="City…"
      />
      <DayFilter {...filter("availableFrom")} today={choices.today} />
      <ChoiceFilter
        {...filter("language")}
        label="Language"
        options={choices.languages}
        placeholder="Any"
        clearLabel="Any language"
        searchPlaceholder="Language…"
      />
      <ModeFilter {...filter("mode")} />
      <FeeFilter
        filters={filters}
        faults={{ maxFee: faultOf("maxFee"), currency: faultOf("currency") }}
        currencies={choices.currencies}
        usualCurrency={choices.usualCurrency}
      />
    </div>
  );
}

type FilterProps = { value: string | null; error: string | undefined; onChange: (value: string | null) => void };
type ChoiceFilterProps = FilterProps &
  Pick<ComboboxProps, "options" | "placeholder" | "clearLabel" | "searchPlaceholder"> & { label: string };

function ChoiceFilter({ label, value, error, onChange, ...combobox }: ChoiceFilterProps) {
  return (
    <Field label={label} error={error}>
      <Combobox {...combobox} value={value} onValueChange={(chosen) => onChange(chosen)} />
    </Field>
  );
}

function DayFilter({ value, error, today, onChange }: FilterProps & { today: string }) {
  return (
    <Field label="Available from" error={error}>
      <DatePicker value={value} onValueChange={onChange} placeholder="Any day" min={today} />
    </Field>
  );
}

function ModeFilter({ value, error, onChange }: FilterProps) {
  return (
    <Field label="Appointment type" error={error}>
      <Select options={MODES} value={value ?? "any"} onValueChange={(mode) => onChange(mode === "any" ? null : mode)} />
    </Field>
  );
}

type Values = DoctorFilterFieldsProps["filters"]["values"];

/** An ignored value is not a choice: only the error shows it. */
function withoutFaulty(values: Values, faultOf: (name: DoctorFilterName) => string | undefined): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, faultOf(name as DoctorFilterName) ? null : value]),
  ) as Values;
}

/** A city from a link stays readable although few doctors have it. */
function withChosen(options: Choice[], value: string | null): Choice[] {
  return !value || options.some((option) => option.value === value) ? options : [{ value, label: value }, ...options];
}
