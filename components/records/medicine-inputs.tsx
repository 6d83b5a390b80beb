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

type TextProps = { label: string; value: string; max: number; placeholder?: string; onValue: (value: string) => void };

export function TextField({ label, value, max, placeholder, onValue }: TextProps) {
  return (
    <Field label={label}>
      <Input
        maxLength={max}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
    </Field>
  );
}

type SuggestProps = TextProps & {
  suggestions: readonly string[];
  name?: string;
  errors?: FieldProps["errors"];
  hint?: string | undefined;
  icon?: ReactNode;
  required?: boolean;
  className?: string;
};

/** Free text with suggestions. */
export function SuggestField({
  label,
  name,
  errors,
  hint,
  className,
  suggestions,
  value,
  max,
  icon,
  required,
  onValue,
}: SuggestProps) {
  const list = useId();
  return (
    <Field label={label} name={name} errors={errors} hint={hint} className={className}>
      <Input
        icon={icon}
        required={required}
        list={list}
        autoComplete="off"
        maxLength={max}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
      <datalist id={list}>
        {[...new Set(suggestions)].map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </Field>
  );
}
