"use client";
import { useId, type ReactNode } from "react";
import { Field, type FieldProps } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type DaysProps = {
  name: string;
  days: number | null;
  errors: FieldProps["errors"];
  onDays: (days: number | null) => void;
};

export function DaysField({ name, days, errors, onDays }: DaysProps) {
  return (
    <Field label="Days" name={name} errors={errors} optional>
      <Input
        inputMode="numeric"
        placeholder="Until further notice"
        value={days ?? ""}
        onChange={({ target }) => {
          const typed = target.value.replace(/\D/g, "").slice(0, 3);
          onDays(typed === "" ? null : parseInt(typed, 10));
        }}
      />
    </Field>
  );
}

type SuggestProps = {
  label: string;
  name: string;
  value: string;
  max: number;
  placeholder?: string;
  suggestions?: readonly string[];
  errors: FieldProps["errors"];
  hint?: string | undefined;
  icon?: ReactNode;
  required?: boolean;
  className?: string;
  onValue: (value: string) => void;
};

/** Free text, with suggestions where there are some. */
export function SuggestField({
  label,
  name,
  errors,
  hint,
  className,
  suggestions,
  max,
  onValue,
  ...input
}: SuggestProps) {
  const list = useId();
  return (
    <Field label={label} name={name} errors={errors} hint={hint} className={className}>
      <Input
        {...input}
        list={suggestions && list}
        autoComplete="off"
        maxLength={max}
        onChange={(event) => onValue(event.target.value)}
      />
      {suggestions ? (
        <datalist id={list}>
          {[...new Set(suggestions)].map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      ) : null}
    </Field>
  );
}
