"use client";
import { useState } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { amountMinor, amountText, largestMinor } from "@/lib/platform/money/amount";
import type { useDoctorFilters } from "./use-doctor-filters";

type Props = {
  filters: ReturnType<typeof useDoctorFilters>;
  /** The list's errors in the address. */
  faults: { maxFee: string | undefined; currency: string | undefined };
  currencies: string[];
  usualCurrency: string;
};

/** The highest fee: an amount and its currency, which belong together. */
export function FeeFilter({ filters: { values, change }, faults, currencies, usualCurrency }: Props) {
  const [fault, setFault] = useState<string>();
  const [chosen, setChosen] = useState<string | null>(null);
  const currency = chosen ?? (faults.currency ? null : values.currency) ?? usualCurrency;
  const options = [...new Set([...currencies, currency])].map((code) => ({ value: code, label: code }));
  const commit = (typed: string, code: string) => {
    const minor = amountMinor(typed, code);
    const isWrong = minor !== null && !(minor <= largestMinor(code));
    setFault(isWrong ? "Enter an amount such as 80." : undefined);
    if (isWrong) return;
    const maxFee = minor === null ? null : amountText(minor, code);
    const asked = { maxFee, currency: maxFee && code };
    if (asked.maxFee !== (values.maxFee ?? null) || (maxFee && asked.currency !== values.currency)) change(asked);
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_5.5rem] items-start gap-1.5">
      <Field label="Fee up to" error={fault ?? faults.maxFee}>
        <Input
          key={values.maxFee ?? ""}
          defaultValue={values.maxFee ?? ""}
          inputMode="decimal"
          placeholder="Any"
          maxLength={16}
          onBlur={(event) => commit(event.currentTarget.value, currency)}
          onKeyDown={(event) => event.key === "Enter" && commit(event.currentTarget.value, currency)}
        />
      </Field>
      <Field label="In" error={faults.currency} className="[&_select]:pl-2">
        <NativeSelect
          aria-label="Currency of the fee"
          options={options}
          value={currency}
          onChange={({ target: { value } }) => {
            setChosen(value);
            if (values.maxFee) commit(values.maxFee, value);
          }}
        />
      </Field>
    </div>
  );
}
