"use client";
import { createContext, useContext } from "react";

export type FieldControl = {
  id: string;
  labelId: string;
  name: string | undefined;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
};

export const FieldContext = createContext<FieldControl | null>(null);

export type FieldControlProps = {
  id?: string | undefined;
  name?: string | undefined;
  required?: boolean | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling" | undefined;
};

/** The attributes that bind a control inside a `Field` to its label, hint and error; explicit ones win. */
export function useFieldControl(given: FieldControlProps = {}) {
  const field = useContext(FieldContext);
  return {
    id: given.id ?? field?.id,
    name: given.name ?? field?.name,
    required: given.required ?? (field?.required || undefined),
    "aria-describedby": given["aria-describedby"] ?? field?.describedBy,
    "aria-invalid": given["aria-invalid"] ?? (field?.invalid || undefined),
  };
}
