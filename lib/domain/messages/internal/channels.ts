import { UNCONFIGURED, type Outcome } from "@/lib/platform/delivery/outcome";
import { sendMail } from "@/lib/platform/mail/send-mail";
import { sendText } from "@/lib/platform/text-message/send-text";
import type { SentChannel } from "../status";
import { mailContent, textContent } from "./contents";

/** A claimed message, as a channel sees it. */
type Outgoing = {
  /** The same for each attempt. */
  id: string;
  userId: string | null;
  /** The address or number; null for a push, whose devices are known by the account. */
  to: string | null;
  content: unknown;
};

/** Hands a message to its provider; never throws. */
type Adapter = (message: Outgoing) => Promise<Outcome>;

const NO_ADDRESS: Outcome = { is: "refused", answer: "no-address" };

/** Every channel there is. Nothing else sends. */
export const CHANNELS: Record<SentChannel, Adapter> = {
  EMAIL: async ({ id, to, content }) =>
    to === null ? NO_ADDRESS : sendMail({ ...mailContent.parse(content), to, messageId: id }),
  SMS: async ({ id, to, content }) =>
    to === null ? NO_ADDRESS : sendText({ ...textContent.parse(content), to, messageId: id }),
  PUSH: async () => UNCONFIGURED,
};
