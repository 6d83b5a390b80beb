"use server";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { defineAction } from "@/lib/actor/define-action";
import { CHECK_LIMIT } from "./rules";
import { verifyInput, withdrawInput } from "./schema";
import { verifyCode } from "./verify-code";
import { withdrawPrescription } from "./withdraw-prescription";

export const withdrawPrescriptionAction = defineAction(withdrawInput, withdrawPrescription, {
  name: "withdraw-prescription",
});

/** What the page for pharmacies shows: the code as it was typed, and the answer. */
export type VerifyState = { code?: string; valid?: boolean; error?: ActionFailure };

const verify = defineAction(verifyInput, async (_actor, { code }) => verifyCode(code), {
  auth: "optional",
  name: "verify-prescription",
  rateLimit: [{ ...CHECK_LIMIT, by: "address" }],
});

export async function verifyCodeAction(_before: VerifyState, form: FormData): Promise<VerifyState> {
  const typed = form.get("code");
  const code = typeof typed === "string" ? typed : "";
  const answer = await verify(form);
  return answer.ok ? { code, valid: answer.data.valid } : { code, error: answer.error };
}
