import { createHash, timingSafeEqual } from "node:crypto";
import { recordNews } from "@/lib/domain/contacts/record-news";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { takeToken } from "@/lib/platform/rate-limit/rate-limit";
import { callEvent } from "./events";
import { callLock } from "./internal/offer-call";
import { rolesFor } from "./policy";
import { callSelect, getCall, getCallIn, type CallRow } from "./queries";
import { CODE_ATTEMPTS } from "./rules";

/**
 * Verifies a caller by the code on their screen, which the dispatcher enters after ringing back: the person with the
 * phone made the call. Staff never see the code itself, and attempts are limited. Throws `not-found`, `forbidden`,
 * `invalid` (another code), `invalid-transition` (nothing to verify), `rate-limited`.
 */
export async function verifyCaller(
  actor: Actor,
  input: { id: string; code: string },
  now: Date = new Date(),
): Promise<CallRow> {
  // People who can't see the call must not use up the attempts of those who can.
  await getCall(actor, input.id);
  await takeToken({ name: "call-code", key: `${input.id} ${actor.hospitalId ?? ""}`, ...CODE_ATTEMPTS });
  return inTransaction(
    actor,
    async (tx) => {
      const call = await getCallIn(tx, actor, input.id);
      if (!rolesFor(actor, call).includes("asked"))
        throw new AppError("forbidden", "Only a hospital that has been asked can ring back.");
      if (call.verifiedAt) return call;
      const { callbackCode } = await tx.ambulanceBooking.findUniqueOrThrow({
        where: { id: call.id },
        select: { callbackCode: true },
      });
      if (callbackCode === null)
        throw new AppError("invalid-transition", "The caller is signed in, so there is no code.");
      if (!isSame(callbackCode, input.code)) {
        throw new AppError("invalid", "This isn't the code on the caller's screen.", {
          fields: [{ path: "code", message: "Isn't the caller's code" }],
        });
      }
      await tx.ambulanceBooking.update({
        where: { id: call.id },
        data: { verifiedAt: now, version: { increment: 1 } },
        select: { id: true },
      });
      const row = await tx.ambulanceBooking.findUniqueOrThrow({ where: { id: call.id }, select: callSelect });
      const asked = row.offers.filter(({ status }) => status === "OPEN").map(({ hospitalId }) => hospitalId);
      const audit = {
        action: "ambulance-booking.verify-caller",
        subject: "ambulance-booking",
        subjectId: row.id,
        hospitalId: actor.hospitalId,
      };
      await recordNews(tx, actor, audit, [callEvent("ambulance-booking.verified", row, asked)]);
      return row;
    },
    { locks: [callLock(input.id)] },
  );
}

function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
