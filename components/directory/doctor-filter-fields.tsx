"use client";
import { Combobox } from "@/components/ui/combobox";
import { DatePicker } from "@/components/ui/date-picker";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { FeeFilter } from "./fee-filter";
import type { useDoctorFilters } from "./use-doctor-filters";

type Choice = { value: string; label: string; keywords?: string[] };
export type FilterChoices = { specialties: Choice[]; cities: Choice[]; languages: Choice[]; currencies: string[]; usualCurrency: string; today: string };

const MODES = [
  { value: "any", label: "In person or video" },
  { value: "IN_PERSON", label: "In person" },
  { value: "VIDEO", label: "By video" },
];

type Props = { filters: ReturnType<typeof useDoctorFilters>; choices: FilterChoices; className?: string };

/** The fields that narrow the list; each change takes effect at once. */
export function DoctorFilterFields({ filters, choices, className }: Props) {
  const { values, change } = filters;
  return (
    <div className={className}>
      <Field label="Specialty">
        <Combobox
          options={choices.specialties} value={values.specialty} onValueChange={(specialty) => change({ specialty })}
          placeholder="All" clearLabel="All specialties" searchPlaceholder="Specialty…"
        />
      </Field>
      <Field label="City">
        <Combobox
          options={withChosen(choices.cities, values.city)} value={values.city} onValueChange={(city) => change({ city })}
          placeholder="Anywhere" clearLabel="Anywhere" searchPlaceholder="City…"
        />
      </Field>
      <Field label="Free from">
        <DatePicker value={values.availableFrom} onValueChange={(availableFrom) => change({ availableFrom })} placeholder="Any day" min={choices.today} />
      </Field>
      <Field label="Language">
        <Combobox
          options={choices.languages} value={values.language} onValueChange={(language) => change({ language })}
          placeholder="Any" clearLabel="Any language" searchPlaceholder="Language…"
        />
      </Field>
      <Field label="Visit">
        <Select options={MODES} value={values.mode ?? "any"} onValueChange={(mode) => change({ mode: mode === "any" ? null : mode })} />
      </Field>
      <FeeFilter filters={filters} currencies={choices.currencies} usualCurrency={choices.usualCurrency} />
    </div>
  );
}

/** A city from a link stays readable although few doctors have it. */
function withChosen(options: Choice[], value: string | null): Choice[] {
  return !value || options.some((option) => option.value === value) ? options : [{ value, label: value }, ...options];
}
