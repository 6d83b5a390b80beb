"use server";
import { z } from "zod";
import { writeNoteInput } from "@/lib/domain/records/schema";
import { defineAction } from "@/lib/actor/define-action";
import { idAndVersion, uuid } from "@/lib/platform/input/text";
import { bookAppointment } from "./book-appointment";
import { bookWalkIn } from "./book-walk-in";
import { changeStatus } from "./change-status";
import { completeVisit } from "./complete-visit";
import { toChangedOutput, toOutput } from "./output";
import { confirmAttendance } from "./confirm-attendance";
import { holdSlot } from "./hold-slot";
import { joinVideo } from "./join-video";
import { keepTime } from "./keep-time";
import { releaseHold } from "./release-hold";
import { rescheduleAppointment } from "./reschedule-appointment";
import { bookInput, changeStatusInput, holdInput, rescheduleInput, walkInInput } from "./schema";
import { undoStep } from "./undo-step";

export const holdSlotAction = defineAction(holdInput, holdSlot, {
  name: "hold-slot",
  rateLimit: [{ name: "holds", limit: 30, windowSeconds: 300, by: "actor" }],
});

export const releaseHoldAction = defineAction(z.strictObject({ id: uuid }), (actor, { id }) => releaseHold(actor, id), {
  name: "release-hold",
});

export const bookAction = defineAction(
  bookInput,
  async (actor, input) => toOutput(await bookAppointment(actor, input)),
  {
    name: "book-appointment",
  },
);

export const walkInAction = defineAction(
  walkInInput,
  async (actor, input) => toOutput(await bookWalkIn(actor, input)),
  {
    name: "book-walk-in",
  },
);

export const changeStatusAction = defineAction(
  changeStatusInput.extend(idAndVersion),
  async (actor, { id, version, ...input }) => toChangedOutput(await changeStatus(actor, id, input, version)),
  { name: "change-appointment-status" },
);

/** Undoes the last step. */
export const undoStepAction = defineAction(
  z.strictObject(idAndVersion),
  async (actor, { id, version }) => toOutput(await undoStep(actor, id, version)),
  {
    name: "undo-appointment-step",
  },
);

export const joinVideoAction = defineAction(z.strictObject({ id: uuid }), (actor, { id }) => joinVideo(actor, id), {
  name: "join-video",
});

export const rescheduleAction = defineAction(
  rescheduleInput.extend(idAndVersion),
  async (actor, { id, version, ...input }) => toChangedOutput(await rescheduleAppointment(actor, id, input, version)),
  { name: "reschedule-appointment" },
);

/** Says that the patient will come. */
export const confirmAttendanceAction = defineAction(
  z.strictObject(idAndVersion),
  async (actor, { id, version }) => toOutput(await confirmAttendance(actor, id, version)),
  { name: "confirm-attendance" },
);

/** Keeps a visit that has shifted by the clock where it is. */
export const keepTimeAction = defineAction(
  z.strictObject(idAndVersion),
  async (actor, { id, version }) => toChangedOutput(await keepTime(actor, id, version)),
  {
    name: "keep-appointment-time",
  },
);

export const completeVisitAction = defineAction(
  writeNoteInput,
  async (actor, input) => toChangedOutput(await completeVisit(actor, input)),
  { name: "complete-visit" },
);
