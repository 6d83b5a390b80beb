"use server";
import { defineAction } from "@/lib/actor/define-action";
import { activateEdition } from "./activate-edition";
import { rememberChoice } from "./internal/remember-choice";
import { toOutput } from "./output";
import { removeEdition } from "./remove-edition";
import { chosenInput, DEFAULT_RESULTS, editionForm, searchInput } from "./schema";
import { searchDiagnoses } from "./search-diagnoses";

export const searchDiagnosesAction = defineAction(
  searchInput,
  (actor, { words }) => searchDiagnoses(actor, { q: words, limit: DEFAULT_RESULTS }),
  {
    name: "search-diagnoses",
    rateLimit: [{ name: "search-diagnoses", limit: 240, windowSeconds: 60, by: "actor" }],
  },
);

export const rememberDiagnosisAction = defineAction(chosenInput, (actor, input) => rememberChoice(actor, input), {
  name: "remember-diagnosis",
});

export const activateEditionAction = defineAction(
  editionForm,
  async (actor, { id, version }) => toOutput(await activateEdition(actor, id, version)),
  { name: "activate-diagnosis-edition" },
);

export const removeEditionAction = defineAction(
  editionForm,
  (actor, { id, version }) => removeEdition(actor, id, version),
  { name: "remove-diagnosis-edition" },
);
