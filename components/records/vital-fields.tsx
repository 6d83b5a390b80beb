"use client";
import { useState } from "react";
import { errorFor, Field } from "@/components/ui/field";
import { FieldContext } from "@/components/ui/field-context";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import {
  bodyMassIndex,
  isPressurePossible,
  judgeVital,
  unitOf,
  VITAL_LABELS,
  vitalText,
  type Vital,
} from "@/lib/domain/records/format";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { VITALS, VITAL_KINDS, type VitalKind } from "@/lib/domain/records/status";

type Props = {
  vitals: Vital[];
  errors: readonly FieldError[] | undefined;
  onChange: (vitals: Vital[]) => void;
};

/** What was measured in a visit. Only possible values reach the note; what else was typed stays, with what is wrong. */
export function VitalFields({ vitals, errors, onChange }: Props) {
  const index = bodyMassIndex(vitals);
  const change = (kind: VitalKind, vital: Vital | null) =>
    onChange(
      VITAL_KINDS.flatMap((one) => (one === kind ? (vital ?? []) : vitals.filter((measured) => measured.kind === one))),
    );
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-3 text-sm font-semibold">Measurements</legend>
      <div className="grid gap-4 sm:grid-cols-2 2xl:grid-cols-3">
        {VITAL_KINDS.map((kind) => (
          <VitalField
            key={kind}
            kind={kind}
            vital={vitals.find((measured) => measured.kind === kind)}
            problem={problemOf(kind, vitals, errors)}
            onChange={(vital) => change(kind, vital)}
          />
        ))}
      </div>
      {index === null ? null : <p className="text-sm text-quiet">Body mass index {index} kg/m²</p>}
    </fieldset>
  );
}

function problemOf(kind: VitalKind, vitals: Vital[], errors: Props["errors"]): string | undefined {
  if (kind === "DIASTOLIC" && !isPressurePossible(vitals)) return "Must be below the upper one";
  const index = vitals.findIndex((measured) => measured.kind === kind);
  return index < 0 ? undefined : errorFor(errors, `parts.vitals.${index}`);
}

type FieldProps = {
  kind: VitalKind;
  vital: Vital | undefined;
  /** What is wrong beside the others. */
  problem: string | undefined;
  onChange: (vital: Vital | null) => void;
};

function VitalField({ kind, vital, problem, onChange }: FieldProps) {
  const units = VITALS[kind].map(({ unit }) => unit);
  const [chosenUnit, setUnit] = useState(units[0] ?? "");
  // What can't be stored, as it was typed.
  const [unread, setUnread] = useState<string | null>(null);
  const unit = vital?.unit ?? chosenUnit;
  const enter = (text: string, inUnit: string) => {
    setUnit(inUnit);
    const value = readNumber(text);
    const measured = value === null ? null : { kind, value, unit: inUnit };
    const isStorable = measured !== null && judgeVital(measured) !== "impossible";
    setUnread(isStorable || text.trim() === "" ? null : text);
    onChange(isStorable ? measured : null);
  };
  const text = unread ?? (vital ? String(vital.value) : "");
  const error = unread === null ? problem : problemOfText(kind, unit, unread);
  const isUnlikely = vital && judgeVital(vital) === "unlikely";
  return (
    <Field
      label={VITAL_LABELS[kind]}
      error={error}
      hint={isUnlikely ? `Unusual. Is ${vitalText(vital)} right?` : undefined}
    >
      <span className="flex gap-2">
        <DecimalInput text={text} problem={error} onText={(typed) => enter(typed, unit)} />
        <span className="flex w-28 shrink-0 items-center text-sm text-quiet">
          {units.length > 1 ? (
            // Not the field's own control: it has neither the field's ID nor its error.
            <FieldContext value={null}>
              <NativeSelect
                aria-label={`Unit of ${VITAL_LABELS[kind].toLowerCase()}`}
                options={units.map((one) => ({ value: one, label: one }))}
                value={unit}
                onChange={(event) => enter(text, event.target.value)}
              />
            </FieldContext>
          ) : (
            unit
          )}
        </span>
      </span>
    </Field>
  );
}

/** A decimal as typed: "37." stays "37." while it is being typed. */
function DecimalInput({
  text,
  problem,
  onText,
}: {
  text: string;
  problem: string | undefined;
  onText: (t: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      ref={(input) => input?.setCustomValidity(problem ?? "")}
      className="min-w-0 flex-1"
      inputMode="decimal"
      autoComplete="off"
      maxLength={8}
      value={typed ?? text}
      onChange={(event) => {
        setTyped(event.target.value);
        onText(event.target.value);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

/** Reads "37.2" and "37,2"; null for anything else. */
function readNumber(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  return /^\d{1,4}(\.\d{0,2})?$/.test(plain) ? parseFloat(plain) : null;
}

function problemOfText(kind: VitalKind, unit: string, text: string): string {
  const measured = unitOf(kind, unit);
  if (readNumber(text) === null || !measured) return "Must be a number";
  const [low, high] = measured.possible;
  return `Must be between ${low} and ${high} ${unit}`;
}
