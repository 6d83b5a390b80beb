import { removeExpiredTokens } from "@/lib/domain/accounts/remove-expired";
import { removeOldHolds } from "@/lib/domain/appointments/remove-old-holds";
import { discardForgottenUploads } from "@/lib/domain/codes/discard-uploads";
import { expireExports } from "@/lib/domain/data-exports/expire-exports";
import { removeOldMessages } from "@/lib/domain/messages/remove-old-messages";
import { removeOldNotifications } from "@/lib/domain/notifications/remove-old-notifications";
import { removeOldLinks } from "@/lib/domain/visit-links/remove-old-links";
import { discardForgottenImports } from "@/lib/domain/transfer/discard-imports";
import { removeOldAudiences } from "@/lib/platform/events/missed";
import { sweepFiles } from "@/lib/platform/files/sweep-files";
import { deleteExpiredIdempotencyKeys } from "@/lib/platform/idempotency/expired-keys";
import { deleteExpiredAttemptLimits } from "@/lib/platform/rate-limit/attempt-limit";
import { removeSeenChanges } from "@/lib/platform/shared-pages/remove-seen-changes";
import { deleteExpiredWindows } from "@/lib/platform/rate-limit/rate-limit";

/** The hourly clean-up of expired rows. */
export async function removeExpired(): Promise<void> {
  await removeExpiredTokens();
  await deleteExpiredIdempotencyKeys();
  await deleteExpiredWindows();
  await deleteExpiredAttemptLimits();
  await removeSeenChanges();
  await removeOldAudiences();
  await removeOldHolds();
  await removeOldMessages();
  await removeOldNotifications();
  await removeOldLinks();
  await discardForgottenImports();
  await discardForgottenUploads();
  await expireExports();
  await sweepFiles();
}
