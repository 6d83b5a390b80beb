import type { Route } from "next";
import { NativeSelect } from "@/components/accounts/native-select";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";

export type SearchFormProps = {
  fields: { name: string; label: string; value: string | undefined; maxLength: number; hint?: string }[];
  choices?: { name: string; label: string; value: string | undefined; options: { value: string; label: string }[] }[];
};

/** Filters that end up in the address: shareable, and working without script. */
export function SearchForm({ fields, choices = [] }: SearchFormProps) {
  return (
    <Form action={"" as Route} role="search" className="mb-6 flex flex-wrap items-end gap-3">
      {fields.map((field) => (
        <Field key={field.name} label={field.label} name={field.name} className="min-w-48 flex-1">
          <Input type="search" key={field.value} defaultValue={field.value} maxLength={field.maxLength} autoComplete="off" />
        </Field>
      ))}
      {choices.map((choice) => (
        <Field key={choice.name} label={choice.label} name={choice.name} className="w-40">
          <NativeSelect key={choice.value} options={choice.options} empty="All" defaultValue={choice.value ?? ""} />
        </Field>
      ))}
      <Button type="submit" variant="secondary">
        Search
      </Button>
    </Form>
  );
}
