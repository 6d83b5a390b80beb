"use server";
import { defineAction } from "@/lib/actor/define-action";
import { closeWard, previewClosure } from "./close-ward";
import { nameStays } from "./internal/name-stays";
import { toOutput } from "./output";
import { changeWardClosureForm, closeWardInput, CLOSURE_LIMIT, closureStepForm, previewClosureInput } from "./schema";
import { changeWardClosure, endWardClosure, tellOfWardClosure, undoWardClosure } from "./step-ward-closure";

const costly = [{ ...CLOSURE_LIMIT, by: "actor" as const }];

export const previewWardClosureAction = defineAction(
  previewClosureInput,
  async (actor, input) => {
    const { items, ...preview } = await previewClosure(actor, input);
    return { ...preview, items: await nameStays(actor, items) };
  },
  { name: "preview-ward-closure", rateLimit: costly },
);

export const closeWardAction = defineAction(
  closeWardInput,
  async (actor, input) => toOutput(await closeWard(actor, input)),
  { name: "close-ward", rateLimit: costly },
);

export const changeWardClosureAction = defineAction(
  changeWardClosureForm,
  async (actor, input) => toOutput(await changeWardClosure(actor, input)),
  { name: "change-ward-closure" },
);

export const undoWardClosureAction = defineAction(
  closureStepForm,
  async (actor, step) => toOutput(await undoWardClosure(actor, step)),
  { name: "undo-ward-closure" },
);

export const tellOfWardClosureAction = defineAction(
  closureStepForm,
  async (actor, step) => toOutput(await tellOfWardClosure(actor, step)),
  { name: "tell-of-ward-closure" },
);

export const endWardClosureAction = defineAction(
  closureStepForm,
  async (actor, step) => toOutput(await endWardClosure(actor, step)),
  { name: "end-ward-closure" },
);
