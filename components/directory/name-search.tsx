import { Search } from "lucide-react";
import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";

/** One search field above a list, kept in its address. */
export function NameSearch({
  action,
  value,
  label,
  placeholder,
  error,
}: {
  action: Route;
  value: string;
  label: string;
  placeholder: string;
  error?: string | undefined;
}) {
  return (
    <Form action={action} role="search" aria-label={label} className="flex max-w-xl items-start gap-2">
      <Field label={label} name="q" hideLabel error={error} className="min-w-0 flex-1">
        <Input
          key={value}
          type="search"
          defaultValue={value}
          placeholder={placeholder}
          icon={<Search />}
          maxLength={100}
          autoComplete="off"
        />
      </Field>
      <Button type="submit">Search</Button>
    </Form>
  );
}
