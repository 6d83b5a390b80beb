import { X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import type { CodeChoice } from "./world-codes";

type LanguagesProps = {
  all: CodeChoice[];
  chosen: string[];
  onChange: (codes: string[]) => void;
  error: string | undefined;
};

/** The languages a doctor speaks: chosen one by one, each with its way out. */
export function Languages({ all, chosen, onChange, error }: LanguagesProps) {
  const nameOf = (code: string) => all.find(({ value }) => value === code)?.label ?? code;
  return (
    <div className="grid gap-2">
      <Field label="Languages" hint="Languages you speak with patients." error={error}>
        <Combobox
          options={all.filter(({ value }) => !chosen.includes(value))}
          value={null}
          placeholder="Add a language"
          onValueChange={(code) => (code ? onChange([...chosen, code]) : undefined)}
        />
      </Field>
      {chosen.length > 0 ? (
        <ul aria-label="Your languages" className="flex flex-wrap gap-2">
          {chosen.map((code) => (
            <li key={code}>
              <Button
                variant="secondary"
                size="sm"
                aria-label={`Remove ${nameOf(code)}`}
                onClick={() => onChange(chosen.filter((one) => one !== code))}
              >
                {nameOf(code)} <X aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

type SpecialtiesProps = {
  all: { id: string; name: string }[];
  chosen: string[];
  onChange: (ids: string[]) => void;
  error: string | undefined;
};

/** The specialties a doctor works in. */
export function Specialties({ all, chosen, onChange, error }: SpecialtiesProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm font-semibold">Specialties</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {all.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onCheckedChange={(is) => onChange(is === true ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
      </div>
      {error ? <p className="text-sm text-stop">{error}</p> : null}
    </fieldset>
  );
}
