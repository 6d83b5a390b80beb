"use client";
import { Search } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { DatePicker } from "@/components/ui/date-picker";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { routes } from "@/lib/site/routes";

/** What, where, when: three fields and a button, working without scripts. */
export function SearchPanel({ cities, today }: { cities: string[]; today: string }) {
  return (
    <Form
      action={routes.doctors.list()}

      role="search"
      aria-label="Find a doctor"
      className="grid items-end gap-3 rounded-lg border border-line bg-surface p-4 shadow-raised sm:grid-cols-2 sm:p-5 lg:grid-cols-[2fr_1.4fr_1.4fr_auto]"
    >
      <Field label="Condition, specialty or name" name="q">
        <Input
          type="search"
          placeholder="Knee pain, family doctor, a name …"
          icon={<Search />}
          maxLength={100}
          autoComplete="off"
        />
      </Field>
      <Field label="Where" name="city">
        <Combobox
          options={cities.map((city) => ({ value: city, label: city }))}
          placeholder="Anywhere"
          clearLabel="Anywhere"
          searchPlaceholder="City…"
        />
      </Field>
      <Field label="From" name="availableFrom">
        <DatePicker placeholder="As soon as possible" min={today} />
      </Field>
      <Button type="submit" size="lg" className="sm:h-10 pointer-coarse:h-12">
        <Search aria-hidden /> Search
      </Button>
    </Form>
  );
}
