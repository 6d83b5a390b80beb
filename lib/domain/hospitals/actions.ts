"use server";
import { refresh } from "next/cache";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { defineAction } from "@/lib/platform/actions/define-action";
import { addDepartment } from "./add-department";
import { findPatients } from "./find-patients";
import { removeDepartment } from "./remove-department";
import { renameDepartment } from "./rename-department";
import { addDepartmentInput, findPatientsInput, hospitalForm, removeDepartmentInput, renameDepartmentInput } from "./schema";
import { updateHospital } from "./update-hospital";

export const findPatientsAction = defineAction(findPatientsInput, findPatients, {
  name: "find-patients",
  rateLimit: [{ name: "find-patients", limit: 240, windowSeconds: 60, by: "actor" }],
});

export const addDepartmentAction = defineAction(addDepartmentInput, addDepartment, { name: "add-department" });
export const renameDepartmentAction = defineAction(renameDepartmentInput, renameDepartment, { name: "rename-department" });
export const removeDepartmentAction = defineAction(removeDepartmentInput, removeDepartment, { name: "remove-department" });

const saveHospital = defineAction(hospitalForm, updateHospital, { name: "update-hospital" });

/** What a form knows after it was sent: what was typed stays where it failed. */
export type HospitalFormState = { error?: ActionFailure; values?: Record<string, string>; done?: number };

export async function saveHospitalAction(_before: HospitalFormState, form: FormData): Promise<HospitalFormState> {
  const outcome = await saveHospital(form);
  // With the answer comes the page as it is now: its version, and what somebody else has changed meanwhile.
  refresh();
  if (outcome.ok) return { done: Date.now() };
  const typed = [...form].filter(([name, value]) => !name.startsWith("$ACTION") && typeof value === "string") as [string, string][];
  return { error: outcome.error, values: Object.fromEntries(typed) };
}
