import { changeStatus } from "@/lib/domain/appointments/change-status";
import { confirmAttendance } from "@/lib/domain/appointments/confirm-attendance";
import { unsafeListInvitations } from "@/lib/domain/appointments/list-invitations";
import { getAppointmentCard } from "@/lib/domain/appointments/queries";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { askForCall } from "@/lib/domain/disruptions/ask-for-call";
import { loadOffers } from "@/lib/domain/disruptions/load-offers";
import { icalFile } from "@/lib/platform/calendar/ical";
import { AppError } from "@/lib/platform/errors/app-error";
import { loadLinkedVisit } from "./internal/load-linked-visit";
import { overNow, requireLink, type OpenedLink } from "./internal/require-link";
import type { LinkedOffers, LinkedVisit, MoveByLinkInput, MovedByLink } from "./schema";

/** Returns the appointment that a link opens, which changes nothing. Throws `not-found`. */
export async function openVisitLink(token: string): Promise<LinkedVisit> {
  return loadLinkedVisit(await requireLink(token));
}

/**
 * Returns the times to which an appointment can move that needs another one, as its patient is offered them in the portal; changes nothing. Throws
 * `not-found`, `invalid-transition` (it needs no other time).
 */
export async function loadOffersByLink(token: string): Promise<LinkedOffers> {
  const { actor, card } = await requireLink(token);
  const { same, colleagues } = await loadOffers(actor, card.id);
  return { same: same.slots, colleagues };
}

/** Says that the patient will come. Throws `not-found`, `invalid-transition` for a request that isn't confirmed yet. */
export function confirmByLink(token: string): Promise<LinkedVisit> {
  return takeStep(token, ({ actor, card }) => confirmAttendance(actor, card.id, card.version));
}

/** Cancels the appointment; the link ends with it. Throws `not-found`, `cancellation-notice`. */
export function cancelByLink(token: string): Promise<LinkedVisit> {
  return takeStep(token, ({ actor, card }) => changeStatus(actor, card.id, { status: "CANCELLED" }, card.version));
}

/**
 * Asks the practice to call about another time. The link stays: a time that is chosen meanwhile takes the call off the list. Throws
 * `not-found`, `invalid-transition` (it needs no other time), `conflict` (no phone number is known).
 */
export function askForCallByLink(token: string): Promise<LinkedVisit> {
  return takeStep(token, ({ actor, card }) => askForCall(actor, card.id, card.version));
}

/**
 * Moves the appointment; the link ends with it. Throws `not-found`, `cancellation-notice`, `slot-taken` with alternatives,
 * `slot-not-offered`, `patient-busy`, `quota-reached`.
 */
export async function moveByLink({ token, ...input }: MoveByLinkInput): Promise<MovedByLink> {
  let id = "";
  const moved = await takeStep(token, ({ actor, card }) => {
    id = card.id;
    return rescheduleAppointment(actor, id, input, card.version);
  });
  const invitation = (await unsafeListInvitations([id])).get(id);
  return { ...moved, calendar: invitation ? icalFile(invitation.event, new Date()) : null };
}

/** Does one step on the appointment as the link has found it. Of what the practice does at the same moment, the first one counts. */
async function takeStep(token: string, step: (link: OpenedLink) => Promise<unknown>): Promise<LinkedVisit> {
  const link = await requireLink(token);
  try {
    await step(link);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "version-mismatch") throw error;
    // Something has changed since. If the link still opens it, once more by what it is now.
    await step(await requireLink(token)).catch(asOver);
  }
  return loadLinkedVisit({ ...link, card: await getAppointmentCard(link.actor, link.card.id) });
}

function asOver(error: unknown): never {
  throw error instanceof AppError && error.code === "version-mismatch" ? overNow() : error;
}
