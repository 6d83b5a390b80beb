import { NativeSelect } from "@/components/ui/native-select";
import { SearchPeopleForm } from "@/components/lookup/search-people-form";
import { faultAt, faultOf } from "@/components/shell/left-out";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import type { ListOfPeople } from "@/lib/domain/lookup/schema";
import type { LeftOut } from "@/lib/platform/input/filters";

type FilterFieldProps = {
  name: string;
  label: string;
  value: string | undefined;
  maxLength: number;
  isDate?: boolean;
};

export type SearchFormProps = {
  /** For a list that is searched by people's names, which must not appear in an address. */
  people?: ListOfPeople;
  fields: FilterFieldProps[];
  /** What stays as it is when the form is sent. */
  kept?: Record<string, string | undefined>;
  /** Values in the address that were not understood: shown in their fields, with the error. */
  leftOut?: readonly LeftOut[];
  choices?: { name: string; label: string; value: string | undefined; options: { value: string; label: string }[] }[];
};

/** Filters kept in the address: shareable, except people's names. */
export function SearchForm({ people, fields, choices = [], leftOut = [], kept = {} }: SearchFormProps) {
  const [texts, dates] = [fields.filter(({ isDate }) => !isDate), fields.filter(({ isDate }) => isDate)];
  const content = (
    <>
      {Object.entries(kept).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      {texts.map((field) => (
        <FilterField key={field.name} {...field} leftOut={leftOut} />
      ))}
      {dates.length > 0 ? (
        <div className="flex flex-wrap gap-3">
          {dates.map((field) => (
            <FilterField key={field.name} {...field} leftOut={leftOut} />
          ))}
        </div>
      ) : null}
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

function FilterField(props: FilterFieldProps & { leftOut: readonly LeftOut[] }) {
  const { name, label, value, maxLength, isDate = false, leftOut } = props;
  const typed = value ?? leftOut.find((one) => one.name === name)?.typed;
  return (
    <Field
      label={label}
      name={name}
      error={faultAt(leftOut, name, typed)}
      className={isDate ? "w-40" : "min-w-48 flex-1"}
    >
      <Input
        type={isDate ? "date" : "search"}
        key={typed}
        defaultValue={typed}
        maxLength={maxLength}
        autoComplete="off"
      />
    </Field>
  );
}
