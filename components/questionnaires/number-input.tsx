"use client";
import { useState } from "react";
import { Input } from "@/components/ui/input";

type Props = { value: number | null; onValue: (value: number | null) => void };

/** A number or nothing; what is no number yet counts as nothing. */
export function NumberInput({ value, onValue }: Props) {
  const [text, setText] = useState(value === null ? "" : String(value));
  if (value !== null && read(text) !== value) setText(String(value));
  return (
    <Input
      inputMode="decimal"
      maxLength={12}
      autoComplete="off"
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        onValue(read(target.value));
      }}
    />
  );
}

function read(text: string): number | null {
  const clean = text.trim().replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(clean) ? Number(clean) : null;
}
