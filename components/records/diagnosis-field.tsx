"use client";
import { useRef, useState } from "react";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { LiveRegion } from "@/components/ui/live-region";
import { rememberDiagnosisAction } from "@/lib/domain/codes/actions";
import type { Diagnosis, FoundDiagnosis } from "@/lib/domain/codes/schema";
import { tryAction } from "@/lib/platform/actions/try-action";
import { DiagnosisList } from "./diagnosis-list";
import { useDiagnosisSearch } from "./use-diagnosis-search";

type Props = {
  value: readonly Diagnosis[];
  /** The diagnoses in their order; the first one is the main diagnosis. */
  onChange: (value: Diagnosis[]) => void;
  /** What is wrong with them. */
  error?: string | undefined;
};

const MOST = 20;
const keyOf = ({ system, code }: Pick<Diagnosis, "system" | "code">) => `${system} ${code}`;

/**
 * A visit's diagnoses: searched by code or everyday words, listed in their order, the main one first. Everything works
 * by keyboard. Each is complete in itself, so that it stays readable when the edition is replaced.
 */
export function DiagnosisField({ value, onChange, error }: Props) {
  const field = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState<string | null>(null);
  const [news, setNews] = useState("");
  const { found, isPending, failed } = useDiagnosisSearch(words);
  const chosen = new Set(value.map(keyOf));
  const offered = found.filter((one) => !chosen.has(keyOf(one)));

  const change = (next: Diagnosis[], said: string) => {
    onChange(next);
    setNews(said);
  };
  const add = (option: ComboboxOption | null) => {
    const one = offered.find((diagnosis) => keyOf(diagnosis) === option?.value);
    if (!one) return;
    const { system, version, code, name } = one;
    change([...value, { system, version, code, name }], `${name} added`);
    setWords("");
    // Only the order of the next search depends on it, so a failure may pass unnoticed.
    void tryAction(() => rememberDiagnosisAction({ system, code }));
  };
  const remove = (index: number) => {
    change(
      value.filter((_, at) => at !== index),
      `${value[index]?.name} removed`,
    );
    // The button that had the focus is gone.
    field.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus();
  };

  return (
    <div
      ref={field}
      className="grid min-w-0 gap-3"
      // Before anything is typed: what this doctor uses.
      onFocus={() => setWords((before) => before ?? "")}
    >
      <Field label="Diagnoses" error={error} hint="Search by code or words, such as I21 or heart attack.">
        <Combobox
          options={offered.map(optionOf)}
          value={null}
          onValueChange={(_, option) => add(option)}
          onSearch={setWords}
          pending={isPending}
          disabled={value.length >= MOST}
          placeholder={value.length >= MOST ? `At most ${MOST} diagnoses` : "Add a diagnosis…"}
          searchPlaceholder="Search diagnoses"
          emptyText={failed ? "The search failed. Check the connection and type again." : emptyText(words)}
        />
      </Field>
      <DiagnosisList value={value} onMove={(next, said) => change(next, said)} onRemove={remove} />
      <LiveRegion>{news}</LiveRegion>
    </div>
  );
}

function optionOf(one: FoundDiagnosis): ComboboxOption {
  const facts = [one.code, one.isRecent && "used before", one.isHeading && "heading"].filter(Boolean);
  return { value: keyOf(one), label: one.name, hint: facts.join(" · ") };
}

function emptyText(words: string | null): string {
  return words === null || words.trim().length < 2 ? "Type a code or a word" : "Nothing found. Try another word.";
}
