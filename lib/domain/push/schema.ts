import { z } from "zod";
import { instant, uuid } from "@/lib/platform/input/text";

const base64url = (length: number) =>
  z.string().regex(new RegExp(`^[\\w-]{${length}}=*$`), `Must be ${length} characters of base64url`);
const endpoint = z.string().max(1000, "At most 1,000 characters");

/** What a browser's `PushSubscription.toJSON()` says, and the address it had before, when its push service has moved it. */
export const addSubscriptionInput = z.strictObject({
  endpoint,
  keys: z.strictObject({ p256dh: base64url(87), auth: base64url(22) }),
  replaces: endpoint.optional(),
});
export type AddSubscriptionInput = z.infer<typeof addSubscriptionInput>;

export const subscriptionInput = z.strictObject({ id: uuid });

/** One of an account's browsers; its address and keys are never shown. */
export const subscriptionOutput = z.strictObject({
  id: uuid,
  device: z.string(),
  createdAt: instant,
  seenAt: instant.meta({ description: "When a page in this browser last confirmed it." }),
  lastUsedAt: instant.nullable().meta({ description: "When its push service last accepted a notification." }),
});
export type Subscription = z.infer<typeof subscriptionOutput>;

export const subscriptionsOutput = z.strictObject({
  publicKey: z
    .string()
    .nullable()
    .meta({ description: "The `applicationServerKey` to subscribe with; null where no push is sent." }),
  items: z.array(subscriptionOutput),
});

/** What became of a test: `later` when the push service can't take it now. */
export const testOutput = z.strictObject({ result: z.enum(["accepted", "gone", "later", "refused"]) });
export type TestResult = z.infer<typeof testOutput>;
