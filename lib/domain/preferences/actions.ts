"use server";
import { defineAction } from "@/lib/actor/define-action";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { toPreferencesOutput } from "./output";
import { savePreferences } from "./save-preferences";
import { preferencesFormInput, stopInput } from "./schema";
import { stopEmails } from "./stop-emails";

export const savePreferencesAction = defineAction(
  preferencesFormInput,
  async (actor, { version, ...input }) => toPreferencesOutput(await savePreferences(actor, input, version)),
  { name: "save-preferences" },
);
const stop = defineAction(stopInput, (_actor, input) => stopEmails(input), {
  auth: "optional",
  name: "stop-emails",
  rateLimit: [{ name: "stop-emails", by: "address", limit: 60, windowSeconds: 3600 }],
});

/** What the page of an unsubscribe link shows after its button was pressed. */
export type StopState = { error?: ActionFailure; done?: true };

/** By the link of an email: it needs no sign-in. */
export async function stopEmailsAction(_before: StopState, form: FormData): Promise<StopState> {
  const stopped = await stop(form);
  return stopped.ok ? { done: true } : { error: stopped.error };
}
