"use server";
import { refresh } from "next/cache";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { defineAction } from "@/lib/actor/define-action";
import { hospitalForm } from "./schema";
import { updateHospital } from "./internal/update-hospital";

const saveHospital = defineAction(hospitalForm, updateHospital, { name: "update-hospital" });

/** What a form knows after it was sent: what was typed stays where it failed. */
export type HospitalFormState = {
  error?: ActionFailure;
  values?: Record<string, string>;
  done?: number;
  waits?: boolean;
};

export async function saveHospitalAction(_before: HospitalFormState, form: FormData): Promise<HospitalFormState> {
  const outcome = await saveHospital(form);
  // With the answer comes the page as it is now: its version, and what someone else has changed meanwhile.
  refresh();
  if (outcome.ok) return { done: Date.now(), waits: outcome.data.waits };
  const typed = [...form].filter(([name, value]) => !name.startsWith("$ACTION") && typeof value === "string") as [
    string,
    string,
  ][];
  return { error: outcome.error, values: Object.fromEntries(typed) };
}
