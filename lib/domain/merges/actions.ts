"use server";
import { defineAction } from "@/lib/actor/define-action";
import { mergePatients } from "./merge-patients";
import { idInput, mergeInput } from "./schema";
import { suggestAgain, tellApart } from "./tell-apart";
import { undoMerge } from "./undo-merge";

export const mergePatientsAction = defineAction(mergeInput, mergePatients, { name: "merge-patients" });
export const undoMergeAction = defineAction(idInput, (actor, { id }) => undoMerge(actor, id), { name: "undo-merge" });
export const tellApartAction = defineAction(idInput, (actor, { id }) => tellApart(actor, id), { name: "tell-apart" });
export const suggestAgainAction = defineAction(idInput, (actor, { id }) => suggestAgain(actor, id), {
  name: "suggest-again",
});
