"use client";
import { LocateFixed, Search, SlidersHorizontal, X } from "lucide-react";
import { useState } from "react";
import { faultAt } from "@/components/shell/left-out";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Sheet, SheetClose, SheetContent, SheetTrigger } from "@/components/ui/sheet";
import { Spinner } from "@/components/ui/spinner";
import { toast } from "@/components/ui/toast";
import type { LeftOut } from "@/lib/platform/input/filters";
import { DoctorFilterFields, type DoctorFilterFieldsProps, type FilterChoices } from "./doctor-filter-fields";
import { useDoctorFilters, type DoctorFilterValues } from "./use-doctor-filters";

const BEST = { value: "relevance", label: "Best match first" };
const SORTS = [
  { value: "soonest", label: "Soonest first" },
  { value: "fee", label: "Lowest fee first" },
  { value: "distance", label: "Nearest first" },
];

/** All filters of the list of doctors: beside it on wide screens, in a sheet on phones. */
export function DoctorFilters({ choices, leftOut }: { choices: FilterChoices; leftOut: readonly LeftOut[] }) {
  const filters = useDoctorFilters();
  const { values, change, pending } = filters;
  return (
    <div className="grid gap-3">
      <form
        role="search"
        aria-label="Find a doctor"
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          change({ q: String(new FormData(event.currentTarget).get("q") ?? "") });
        }}
      >
        <Field
          label="Condition, specialty or name"
          name="q"
          hideLabel
          error={faultAt(leftOut, "q", values.q)}
          className="min-w-0 flex-[1_1_16rem]"
        >
          <Input
            key={values.q ?? ""}
            type="search"
            defaultValue={values.q ?? ""}
            placeholder="Knee pain, a specialty or a name"
            icon={<Search />}
            maxLength={100}
            autoComplete="off"
          />
        </Field>
        <Button type="submit" pending={pending}>
          Search
        </Button>
        <FilterSheet filters={filters} choices={choices} leftOut={leftOut} />
      </form>
      <DoctorFilterFields
        filters={filters}
        choices={choices}
        leftOut={leftOut}
        className="hidden gap-3 lg:grid lg:grid-cols-6"
      />
      <SortAndClear filters={filters} />
    </div>
  );
}

function FilterSheet(fields: DoctorFilterFieldsProps) {
  const { count } = fields.filters;
  return (
    <Sheet>
      <SheetTrigger asChild>
        <Button variant="secondary" className="lg:hidden">
          <SlidersHorizontal aria-hidden /> Filters{count > 0 ? ` (${count})` : ""}
        </Button>
      </SheetTrigger>
      <SheetContent
        side="bottom"
        title="Filters"
        footer={
          <SheetClose asChild>
            <Button block>Show doctors</Button>
          </SheetClose>
        }
      >
        <DoctorFilterFields {...fields} className="grid gap-4 pb-2" />
      </SheetContent>
    </Sheet>
  );
}

function SortAndClear({
  filters: { values, change, clear, count, pending },
}: Pick<DoctorFilterFieldsProps, "filters">) {
  const { nearMe, isLocating } = useNearMe(change);
  // Without words there is no relevance: the soonest available comes first.
  const usualSort = values.q ? "relevance" : "soonest";
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        aria-label="Sort by"
        value={values.sort && SORTS.some(({ value }) => value === values.sort) ? values.sort : usualSort}
        onValueChange={(sort) =>
          sort === "distance" && !values.near ? nearMe() : change({ sort: sort === usualSort ? null : sort })
        }
        options={values.q ? [BEST, ...SORTS] : SORTS}
        className="w-44"
      />
      {values.near ? (
        <Button variant="quiet" onClick={() => change({ near: null })}>
          <X aria-hidden /> Near you
        </Button>
      ) : (
        <Button variant="quiet" onClick={nearMe} pending={isLocating}>
          <LocateFixed aria-hidden /> Near me
        </Button>
      )}
      {values.availableFrom ? (
        <Button variant="quiet" onClick={() => change({ availableFrom: null })}>
          <X aria-hidden /> Clear date
        </Button>
      ) : null}
      {count > 0 || values.q ? (
        <Button variant="quiet" onClick={clear}>
          <X aria-hidden /> Clear all
        </Button>
      ) : null}
      <span role="status" className="ml-auto flex h-10 items-center text-sm text-quiet">
        {pending ? (
          <>
            <Spinner className="mr-2" /> Searching…
          </>
        ) : null}
      </span>
    </div>
  );
}

/** Sorts by distance from where the reader is, once the browser has said where. */
function useNearMe(change: (changes: DoctorFilterValues) => void) {
  const [isLocating, setLocating] = useState(false);
  const nearMe = () => {
    setLocating(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLocating(false);
        // About a hundred metres: enough to find a doctor, too little to locate a person.
        change({ near: `${coords.latitude.toFixed(3)},${coords.longitude.toFixed(3)}`, sort: "distance" });
      },
      () => {
        setLocating(false);
        toast.error("Your location isn't available", {
          description: "Allow it in your browser, or choose a city instead.",
        });
      },
      { maximumAge: 600_000, timeout: 10_000 },
    );
  };
  return { nearMe, isLocating };
}
