import { z } from "zod";
import { openSealed, seal } from "@/lib/platform/auth/seal";
import { canStop } from "./rules";
import { TOPICS, type Topic } from "./status";

const PURPOSE = { purpose: "unsubscribe links" } as const;
const link = z.strictObject({ userId: z.uuid(), topic: z.enum(TOPICS) });

/**
 * Returns the secret of an unsubscribe link. It has no end, because mail is read years later, and does one thing only: it stops the
 * emails of a topic.
 */
export function stopToken(userId: string, topic: Topic): string {
  return seal(JSON.stringify({ userId, topic }), PURPOSE);
}

/** Reads such a secret; null for anything else, and for emails that can't be stopped any more. */
export function readStopToken(token: string): z.infer<typeof link> | null {
  try {
    const read = link.parse(JSON.parse(openSealed(token, PURPOSE)));
    return canStop(read.topic) ? read : null;
  } catch {
    return null;
  }
}
