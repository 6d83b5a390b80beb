import { z } from "zod";
import { emailAddress, instant, longText, uuid } from "@/lib/platform/input/text";
import { EMAIL_CHANGE_STATUSES } from "./status";

/** What an administrator enters: the address the person has given, and why they want it. */
export const emailChangeInput = z.strictObject({ email: emailAddress, reason: longText(500) });
export const emailChangeFormInput = emailChangeInput.extend({ userId: uuid });
export type EmailChangeInput = z.output<typeof emailChangeFormInput>;

export const ofUserInput = z.strictObject({ userId: uuid });

/** The secret of a link. */
export const emailChangeLinkInput = z.strictObject({ token: z.string().min(1).max(200) });

export const emailChangeOutput = z.object({
  id: uuid,
  oldEmail: z.string(),
  newEmail: z.string(),
  reason: z.string(),
  status: z.enum(EMAIL_CHANGE_STATUSES),
  createdAt: instant,
  expiresAt: instant.meta({ description: "Until when the links hold." }),
  endedAt: instant.nullable(),
});
export type EmailChange = z.infer<typeof emailChangeOutput>;
