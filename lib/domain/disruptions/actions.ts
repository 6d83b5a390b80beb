"use server";
import { defineAction } from "@/lib/actor/define-action";
import { announceAway, previewAway } from "./announce-away";
import { announceClosure, announceHolidays, previewClosure, previewHolidays } from "./announce-closure";
import { announceLate, previewLate } from "./announce-late";
import { namePreview, namePlan } from "./internal/name-visits";
import { movePatients, planPatientMoves } from "./move-patients";
import { toOutput } from "./output";
import { awayInput, DISRUPTION_LIMIT, lateInput, moveForm, planForm, stepForm } from "./schema";
import { closureInput, holidaysInput } from "./schema-closures";
import { endDisruption, tellNow, undoDisruption } from "./step-disruption";

const costly = [{ ...DISRUPTION_LIMIT, by: "actor" as const }];

export const previewAwayAction = defineAction(
  awayInput,
  async (actor, input) => namePreview(actor, await previewAway(actor, input)),
  { name: "preview-away", rateLimit: costly },
);

export const announceAwayAction = defineAction(
  awayInput,
  async (actor, input) => toOutput(await announceAway(actor, input)),
  { name: "announce-away", rateLimit: costly },
);

export const previewLateAction = defineAction(
  lateInput,
  async (actor, input) => namePreview(actor, await previewLate(actor, input)),
  { name: "preview-late", rateLimit: costly },
);

export const announceLateAction = defineAction(
  lateInput,
  async (actor, input) => toOutput(await announceLate(actor, input)),
  { name: "announce-late", rateLimit: costly },
);

export const previewClosureAction = defineAction(
  closureInput,
  async (actor, input) => namePreview(actor, await previewClosure(actor, input)),
  { name: "preview-closure", rateLimit: costly },
);

export const announceClosureAction = defineAction(
  closureInput,
  async (actor, input) => toOutput(await announceClosure(actor, input)),
  { name: "announce-closure", rateLimit: costly },
);

export const previewHolidaysAction = defineAction(
  holidaysInput,
  async (actor, input) => namePreview(actor, await previewHolidays(actor, input)),
  { name: "preview-holidays", rateLimit: costly },
);

export const announceHolidaysAction = defineAction(
  holidaysInput,
  async (actor, input) => toOutput(await announceHolidays(actor, input)),
  { name: "announce-holidays", rateLimit: costly },
);

export const undoDisruptionAction = defineAction(
  stepForm,
  async (actor, step) => toOutput(await undoDisruption(actor, step)),
  { name: "undo-disruption" },
);

export const tellNowAction = defineAction(stepForm, async (actor, step) => toOutput(await tellNow(actor, step)), {
  name: "tell-now",
});

export const endDisruptionAction = defineAction(
  stepForm,
  async (actor, step) => toOutput(await endDisruption(actor, step)),
  { name: "end-disruption" },
);

export const planMovesAction = defineAction(
  planForm,
  async (actor, wanted) => namePlan(actor, await planPatientMoves(actor, wanted)),
  { name: "plan-moves", rateLimit: costly },
);

export const movePatientsAction = defineAction(moveForm, movePatients, { name: "move-patients", rateLimit: costly });
