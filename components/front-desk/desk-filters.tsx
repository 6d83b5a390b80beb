"use client";
import { Search } from "lucide-react";
import { useRef, useState, type ChangeEvent } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import { SearchPeopleForm } from "@/components/lookup/search-people-form";
import { faultOf } from "@/components/shell/left-out";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LISTED_STATUSES, STATUS_LABELS } from "@/lib/domain/appointments/format";
import type { LeftOut } from "@/lib/platform/input/filters";

export type DeskFiltersProps = {
  doctors: { id: string; name: string }[];
  /** Values in the address that were not understood. */
  leftOut?: readonly LeftOut[];
  search: {
    date?: string | undefined;
    days?: string | undefined;
    doctor?: string | undefined;
    status?: string | undefined;
    name?: string | undefined;
  };
};

const STATUS_OPTIONS = [
  ...LISTED_STATUSES.map((value) => ({ value: value as string, label: STATUS_LABELS[value] })),
  { value: "REBOOK", label: "Needs a new time" },
];

/** Doctor, status and name; a choice takes effect at once, and everything except the name is in the address. */
export function DeskFilters({ doctors, search, leftOut = [] }: DeskFiltersProps) {
  const form = useRef<HTMLFormElement>(null);
  const send = () => form.current?.requestSubmit();
  const doctor = useChoice(search.doctor ?? "", send);
  const status = useChoice(search.status ?? "", send);
  return (
    <SearchPeopleForm
      ref={form}
      list="appointments"
      className="mb-6 grid grid-cols-2 items-start gap-3 sm:grid-cols-[1fr_1fr_1.2fr_auto] compact:mb-2 compact:gap-2 compact:[&_:is(input,select,button)]:h-8 compact:[&_label]:sr-only"
    >
      {search.date ? <input type="hidden" name="date" value={search.date} /> : null}
      {search.days ? <input type="hidden" name="days" value={search.days} /> : null}
      <Field label="Doctor" name="doctor" error={faultOf(leftOut, "doctor")}>
        <NativeSelect
          empty="All doctors"
          {...doctor}
          options={doctors.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field label="Status" name="status" error={faultOf(leftOut, "status")}>
        <NativeSelect empty="All statuses" {...status} options={STATUS_OPTIONS} />
      </Field>
      <Field label="Patient's name" name="name" error={faultOf(leftOut, "name")} className="col-span-2 sm:col-span-1">
        <Input
          key={search.name}
          type="search"
          icon={<Search />}
          defaultValue={search.name ?? ""}
          maxLength={100}
          autoComplete="off"
          placeholder="At least two letters"
        />
      </Field>
      <Button type="submit" variant="secondary" className="col-span-2 sm:col-span-1 sm:mt-[1.625rem] compact:mt-0">
        Search
      </Button>
    </SearchPeopleForm>
  );
}

/** A select that follows the address, changes here at once, and keeps focus while the list reloads. */
function useChoice(inAddress: string, onChosen: () => void) {
  const [seen, setSeen] = useState(inAddress);
  const [value, setValue] = useState(inAddress);
  if (seen !== inAddress) {
    setSeen(inAddress);
    setValue(inAddress);
  }
  const onChange = (event: ChangeEvent<HTMLSelectElement>) => {
    setValue(event.target.value);
    onChosen();
  };
  return { value, onChange };
}
