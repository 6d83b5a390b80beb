import { z } from "zod";
import { removeExpiredTokens } from "@/lib/domain/accounts/remove-expired";
import { PASSWORD_RESET_TASK, sendPasswordReset } from "@/lib/domain/accounts/request-password-reset";
import type { JobTask } from "@/lib/platform/jobs/worker";
import { SEND_MAIL_TASK } from "@/lib/platform/mail/queue-mail";
import { deleteOldMails } from "@/lib/platform/mail/outbox";
import { sendMail } from "@/lib/platform/mail/send-mail";
import { deleteExpiredWindows } from "@/lib/platform/rate-limit/rate-limit";

const mailPayload = z.object({ mailId: z.string() });
const resetPayload = z.object({ email: z.string() });

/** What the job queue can do, by the name a job is queued under. */
export const TASKS: Record<string, JobTask> = {
  [SEND_MAIL_TASK]: (payload) => sendMail(mailPayload.parse(payload).mailId),
  [PASSWORD_RESET_TASK]: (payload) => sendPasswordReset(resetPayload.parse(payload).email),
  "sweep-often": async () => void (await deleteExpiredWindows()),
  "sweep-daily": async () => {
    await removeExpiredTokens();
    await deleteOldMails();
  },
};

/** When the sweeps run, in UTC. */
export const CRONTAB = ["*/10 * * * * sweep-often", "17 3 * * * sweep-daily"].join("\n");
