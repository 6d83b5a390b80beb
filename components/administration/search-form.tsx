import { NativeSelect } from "@/components/ui/native-select";
import { SearchPeopleForm } from "@/components/lookup/search-people-form";
import { faultAt, faultOf } from "@/components/shell/left-out";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import type { ListOfPeople } from "@/lib/domain/lookup/schema";
import type { LeftOut } from "@/lib/platform/input/filters";

export type SearchFormProps = {
  /** For a list that is searched by people's names, which must not appear in an address. */
  people?: ListOfPeople;
  fields: { name: string; label: string; value: string | undefined; maxLength: number; hint?: string }[];
  /** Values in the address that were not understood: shown in their fields, with the error. */
  leftOut?: readonly LeftOut[];
  choices?: { name: string; label: string; value: string | undefined; options: { value: string; label: string }[] }[];
};

/** Filters kept in the address: shareable, except people's names. */
export function SearchForm({ people, fields, choices = [], leftOut = [] }: SearchFormProps) {
  const content = (
    <>
      {fields.map((field) => {
        const typed = field.value ?? leftOut.find(({ name }) => name === field.name)?.typed;
        return (
          <Field
            key={field.name}
            label={field.label}
            name={field.name}
            error={faultAt(leftOut, field.name, typed)}
            className="min-w-48 flex-1"
          >
            <Input type="search" key={typed} defaultValue={typed} maxLength={field.maxLength} autoComplete="off" />
          </Field>
        );
      })}
      {choices.map((choice) => (
        <Field
          key={choice.name}
          label={choice.label}
          name={choice.name}
          error={faultOf(leftOut, choice.name)}
          className="w-40"
        >
          <NativeSelect key={choice.value} options={choice.options} empty="All" defaultValue={choice.value ?? ""} />
        </Field>
      ))}
      <Button type="submit" variant="secondary" className="mt-[1.625rem]">
        Search
      </Button>
    </>
  );
  const look = "mb-6 flex flex-wrap items-start gap-3";
  if (people)
    return (
      <SearchPeopleForm list={people} className={look}>
        {content}
      </SearchPeopleForm>
    );
  return (
    <Form action="?" role="search" className={look}>
      {content}
    </Form>
  );
}
