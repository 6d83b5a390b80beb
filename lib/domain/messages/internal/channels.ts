import { stopToken } from "@/lib/domain/preferences/stop-token";
import { canStop } from "@/lib/domain/preferences/rules";
import type { Topic } from "@/lib/domain/preferences/status";
import { pushToAccount } from "@/lib/domain/push/push-to-account";
import { config } from "@/lib/platform/config/config";
import type { Outcome } from "@/lib/platform/delivery/outcome";
import type { Footer } from "@/lib/platform/mail/letter";
import { sendMail } from "@/lib/platform/mail/send-mail";
import { sendText } from "@/lib/platform/text-message/send-text";
import { routes } from "@/lib/site/routes";
import type { SentChannel } from "../status";
import { mailContent, pushContent, textContent } from "./contents";

/** A claimed message, as a channel sees it. */
type Outgoing = {
  /** The same for each attempt. */
  id: string;
  userId: string | null;
  /** What it is about; null for what no one chooses. */
  topic: Topic | null;
  /** The address or number; null for a push, whose devices are known by the account. */
  to: string | null;
  content: unknown;
};

/** Hands a message to its provider; never throws. */
type Adapter = (message: Outgoing) => Promise<Outcome>;

const NO_ADDRESS: Outcome = { is: "refused", answer: "no-address" };

/** The way out of mails about a topic that their reader may turn off. */
function footerOf(userId: string | null, topic: Topic | null): { footer?: Footer } {
  if (userId === null || !canStop(topic)) return {};
  const { origin } = config.site;
  const token = stopToken(userId, topic);
  return {
    footer: {
      unsubscribeUrl: `${origin}${routes.unsubscribe(token)}`,
      oneClickUrl: `${origin}/api/unsubscribe/${token}`,
      unsubscribeText: "Stop these emails",
    },
  };
}

/** Every channel there is. Nothing else sends. */
export const CHANNELS: Record<SentChannel, Adapter> = {
  EMAIL: async ({ id, userId, topic, to, content }) =>
    to === null
      ? NO_ADDRESS
      : sendMail({ ...mailContent.parse(content), to, messageId: id, ...footerOf(userId, topic) }),
  SMS: async ({ id, to, content }) =>
    to === null ? NO_ADDRESS : sendText({ ...textContent.parse(content), to, messageId: id }),
  PUSH: async ({ id, userId, content }) =>
    userId === null ? NO_ADDRESS : pushToAccount({ ...pushContent.parse(content), messageId: id, userId }),
};
