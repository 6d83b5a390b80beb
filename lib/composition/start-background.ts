import { z } from "zod";
import { PASSWORD_RESET_TASK, sendPasswordReset } from "@/lib/domain/accounts/request-password-reset";
import { expireInvitations } from "@/lib/domain/affiliations/expire-invitations";
import { escalateCalls } from "@/lib/domain/ambulances/escalate-calls";
import { noteOfferedDays } from "@/lib/domain/analytics/note-offered-days";
import { recountDays } from "@/lib/domain/analytics/recount-days";
import { expireAppointments } from "@/lib/domain/appointments/expire-appointments";
import { notePromises } from "@/lib/domain/appointments/note-promises";
import { sealAudit } from "@/lib/domain/audit/seal-audit";
import { expireBedBookings } from "@/lib/domain/beds/expire-bed-bookings";
import { LOAD_TASK, loadUploadedEdition, loadUploadedEditions } from "@/lib/domain/codes/load-editions";
import { EXPORT_TASK } from "@/lib/domain/data-exports/status";
import { writeExport } from "@/lib/domain/data-exports/write-export";
import { TELL_TASK } from "@/lib/domain/disruptions/status";
import { tellPatients, tendDisruptions } from "@/lib/domain/disruptions/tell-patients";
import { expireEmailChanges } from "@/lib/domain/email-changes/expire-email-changes";
import { expireEmergencyAccess } from "@/lib/domain/emergency-access/expire-emergency-access";
import { expireFamilyInvitations } from "@/lib/domain/family/expire-family-invitations";
import { expireGrants } from "@/lib/domain/sharing/expire-grants";
import { encryptPlainTexts } from "@/lib/domain/records/encrypt-plain-texts";
import { expireLinks } from "@/lib/domain/sharing/expire-links";
import { refreshDirectory, refreshStaleNextSlots } from "@/lib/domain/directory/refresh-next-slots";
import { expireStaffInvitations } from "@/lib/domain/staff/expire-staff-invitations";
import { sendDueMessages } from "@/lib/domain/messages/send-due-messages";
import { SENT_CHANNELS } from "@/lib/domain/messages/status";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { publishEvents } from "@/lib/domain/notifications/publish-events";
import { REPLAN_TASK, replanReminders } from "@/lib/domain/reminders/replan-reminders";
import { planReminders } from "@/lib/domain/reminders/plan-reminders";
import { sendReminders } from "@/lib/domain/reminders/send-reminders";
import { tellDueRecalls } from "@/lib/domain/recalls/tell-due";
import { continueImport, continueImports, IMPORT_TASK } from "@/lib/domain/transfer/continue-imports";
import { lapseOffers } from "@/lib/domain/waitlist/lapse-offers";
import { offerAll, offerFreed } from "@/lib/domain/waitlist/offer-times";
import { TEND_TASK } from "@/lib/domain/ward-closures/status";
import { tendWardClosure, tendWardClosures } from "@/lib/domain/ward-closures/tend-ward-closures";
import { makeMonths } from "@/lib/platform/months/make-months";
import { startRelay } from "@/lib/platform/events/relay";
import { startWorker, type JobTask } from "@/lib/platform/jobs/worker";
import { allowLongStatements } from "@/lib/platform/db/pool";
import { log } from "@/lib/platform/log/log";
import { counter } from "@/lib/platform/metrics/instruments";
import { removeExpired } from "@/lib/composition/remove-expired";

const failed = counter({ name: "caresync_timer_failures_total", help: "Rounds of the worker's timers that failed." });

const EXPIRY_MS = 5_000;
/** A caller in need should not wait longer than this for a vehicle that has just become free. */
const ESCALATION_MS = 3_000;
/** The next person in the list should not wait longer than this for a time that the one before let lapse. */
const LAPSE_MS = 2_000;
/** How long an entry of the audit trail may stay without a seal: until then its removal leaves no trace. */
const SEAL_MS = 3_000;
/** How soon after a change the sums of its day are right again. */
const RECOUNT_MS = 1_000;
/** How soon after a change of their hours a doctor's day counts as offered; and the changes that a round looks back at. */
const HOURS_MS = 60_000;
const CHANGED_HOURS_MS = 20 * HOURS_MS;
/** How soon after its time a message leaves; each channel has a timer of its own, so that none waits for another. */
const MESSAGES_MS = 500;
/** How soon after its time a reminder is put into the ledger; and how soon after a booking it is planned. */
const REMINDERS_MS = 1_000;
/** How long one round encrypts what an earlier release has left; the next minute has another. */
const ENCRYPTION_MS = 20_000;
const importJob = z.object({ importId: z.uuid() });
const exportJob = z.object({ exportId: z.uuid() });
const editionJob = z.object({ editionId: z.uuid() });
const tellJob = z.object({ disruptionId: z.uuid() });
const closureJob = z.object({ closureId: z.uuid() });
const remindersJob = z.object({ doctorId: z.uuid().nullable(), hospitalId: z.uuid().nullable() });
const resetJob = z.object({ email: z.string() });

const TASKS: Record<string, JobTask> = {
  [PASSWORD_RESET_TASK]: (payload) => sendPasswordReset(resetJob.parse(payload).email),
  [IMPORT_TASK]: (payload) => continueImport(importJob.parse(payload).importId),
  [EXPORT_TASK]: (payload) => writeExport(exportJob.parse(payload).exportId),
  [LOAD_TASK]: (payload) => loadUploadedEdition(editionJob.parse(payload).editionId),
  [TELL_TASK]: (payload) => tellPatients(tellJob.parse(payload).disruptionId),
  [TEND_TASK]: (payload) => tendWardClosure(closureJob.parse(payload).closureId),
  [REPLAN_TASK]: async (payload) => void (await replanReminders(remindersJob.parse(payload))),
  "refresh-directory": async () => void (await refreshStaleNextSlots()),
  "remove-expired": removeExpired,
  "encrypt-texts": async () => void (await encryptPlainTexts(new Date(Date.now() + ENCRYPTION_MS))),
  "tell-due-recalls": async () => void (await tellDueRecalls()),
  "note-offered-days": async () => void (await noteOfferedDays()),
  "offer-times": async () => void (await offerAll()),
  "make-months": async () => void (await makeMonths()),
  "note-promises": async () => void (await notePromises()),
  "expire-email-changes": async () => void (await expireEmailChanges()),
  "expire-emergency-access": async () => void (await expireEmergencyAccess()),
  "expire-family-invitations": async () => void (await expireFamilyInvitations()),
  "expire-grants": async () => void (await expireGrants()),
  "expire-links": async () => void (await expireLinks()),
  "expire-staff-invitations": async () => void (await expireStaffInvitations()),
};

/** minute hour day month weekday task, in UTC. */
const CRONTAB =
  "* * * * * refresh-directory\n* * * * * expire-staff-invitations\n* * * * * expire-family-invitations\n* * * * * expire-grants\n* * * * * expire-links\n* * * * * expire-emergency-access\n* * * * * expire-email-changes\n* * * * * note-promises\n9 * * * * note-offered-days ?max=1\n* * * * * offer-times ?max=1\n* * * * * tell-due-recalls ?max=1\n* * * * * encrypt-texts ?max=1\n7 * * * * make-months\n17 * * * * remove-expired";

/**
 * Starts all background work: the relay, the job queue and the timers. On any number of instances: the relay has one
 * leader, and each job and each expiry is taken by one. `stop` lets running work finish.
 */
export async function startBackground(): Promise<{ stop(): Promise<void> }> {
  allowLongStatements();
  const relay = startRelay({
    channels: publishEvents,
    notifications: deliverNotifications,
    directory: refreshDirectory,
    waitlist: offerFreed,
  });
  const worker = startWorker({ tasks: TASKS, crontab: CRONTAB });
  const timers = [
    repeat(EXPIRY_MS, () => expireAppointments()),
    repeat(EXPIRY_MS, () => expireBedBookings()),
    repeat(ESCALATION_MS, () => escalateCalls()),
    repeat(LAPSE_MS, () => lapseOffers()),
    repeat(EXPIRY_MS, () => continueImports()),
    repeat(EXPIRY_MS, () => loadUploadedEditions()),
    repeat(EXPIRY_MS, () => expireInvitations()),
    repeat(EXPIRY_MS, () => tendDisruptions()),
    repeat(EXPIRY_MS, () => tendWardClosures()),
    repeat(SEAL_MS, () => sealAudit()),
    repeat(RECOUNT_MS, () => recountDays()),
    repeat(HOURS_MS, () => noteOfferedDays(new Date(), new Date(Date.now() - CHANGED_HOURS_MS))),
    repeat(REMINDERS_MS, () => planReminders()),
    repeat(REMINDERS_MS, () => sendReminders()),
    ...SENT_CHANNELS.map((channel) => repeat(MESSAGES_MS, () => sendDueMessages(channel))),
  ];
  return {
    async stop() {
      await Promise.all([...timers.map((timer) => timer.stop()), relay.stop(), worker.stop()]);
    },
  };
}

/** Runs `work` repeatedly with a pause in between; a failure is logged and the next round retries. */
function repeat(pauseMs: number, work: () => Promise<unknown>): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const round = async () => {
    await work().catch((error: unknown) => {
      failed({});
      log.error({ err: error }, "timer failed");
    });
    if (!stopped) timer = setTimeout(() => (running = round()), pauseMs);
  };
  let running = round();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
