"use server";
import { headers } from "next/headers";
import { z } from "zod";
import { defineAction } from "@/lib/actor/define-action";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { clientAddress } from "@/lib/platform/rate-limit/client-address";
import { answerEmailChange } from "./internal/answer-email-change";
import { keepAddress } from "./keep-address";
import type { LinkedChange } from "./queries";
import { requestEmailChange } from "./request-email-change";
import { emailChangeFormInput, emailChangeLinkInput, ofUserInput } from "./schema";
import { withdrawEmailChange } from "./withdraw-email-change";

export const requestEmailChangeAction = defineAction(emailChangeFormInput, requestEmailChange, {
  name: "request-email-change",
});

export const withdrawEmailChangeAction = defineAction(ofUserInput, withdrawEmailChange, {
  name: "withdraw-email-change",
});

export const keepAddressAction = defineAction(z.strictObject({}), keepAddress, { name: "keep-address" });

const answer = defineAction(
  emailChangeLinkInput,
  async (_actor, { token }) => answerEmailChange(token, clientAddress({ headers: await headers() })),
  { auth: "optional", name: "answer-email-change" },
);

/** What the page of a link shows after its button was pressed. */
export type EmailChangeState = { error?: ActionFailure; done?: LinkedChange["does"] };

/** By the link of an email: it needs no sign-in, and the account it is for is said by the link alone. */
export async function answerEmailChangeAction(_before: EmailChangeState, form: FormData): Promise<EmailChangeState> {
  const answered = await answer(form);
  return answered.ok ? { done: answered.data } : { error: answered.error };
}
