import { removeExpiredTokens } from "@/lib/domain/accounts/remove-expired";
import { discardForgottenUploads } from "@/lib/domain/codes/discard-uploads";
import { removeOldMessages } from "@/lib/domain/messages/remove-old-messages";
import { discardForgottenImports } from "@/lib/domain/transfer/discard-imports";
import { sweepFiles } from "@/lib/platform/files/sweep-files";
import { deleteExpiredIdempotencyKeys } from "@/lib/platform/idempotency/expired-keys";
import { deleteExpiredAttemptLimits } from "@/lib/platform/rate-limit/attempt-limit";
import { deleteExpiredWindows } from "@/lib/platform/rate-limit/rate-limit";

/** The hourly clean-up of expired rows. */
export async function removeExpired(): Promise<void> {
  await removeExpiredTokens();
  await deleteExpiredIdempotencyKeys();
  await deleteExpiredWindows();
  await deleteExpiredAttemptLimits();
  await removeOldMessages();
  await discardForgottenImports();
  await discardForgottenUploads();
  await sweepFiles();
}
