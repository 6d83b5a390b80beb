"use server";
import { refresh } from "next/cache";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { defineAction } from "@/lib/actor/define-action";
import { hospitalForm } from "./schema";
import { updateHospital } from "./internal/update-hospital";

const saveHospital = defineAction(hospitalForm, updateHospital, { name: "update-hospital" });

/** The state of a form after it was sent: what was typed stays when it failed. */
export type HospitalFormState = {
  error?: ActionFailure;
  values?: Record<string, string>;
  done?: number;
  waits?: boolean;
};

export async function saveHospitalAction(_before: HospitalFormState, form: FormData): Promise<HospitalFormState> {
  const outcome = await saveHospital(form);
  // The answer includes the refreshed page: its version, and what someone else has changed meanwhile.
  refresh();
  if (outcome.ok) return { done: Date.now(), waits: outcome.data.waits };
  const typed = [...form].filter(([name, value]) => !name.startsWith("$ACTION") && typeof value === "string") as [
    string,
    string,
  ][];
  return { error: outcome.error, values: Object.fromEntries(typed) };
}
