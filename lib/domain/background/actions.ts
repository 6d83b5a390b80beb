"use server";
import { defineAction } from "@/lib/actor/define-action";
import { addAllergy } from "./add-allergy";
import { addCondition } from "./add-condition";
import { changeAllergy } from "./change-allergy";
import { changeCondition } from "./change-condition";
import {
  addAllergyInput,
  addConditionInput,
  changeAllergyInput,
  changeConditionInput,
  stateNoAllergiesInput,
} from "./schema";
import { stateNoAllergies } from "./state-no-allergies";

export const addAllergyAction = defineAction(addAllergyInput, addAllergy, { name: "add-allergy" });

export const changeAllergyAction = defineAction(
  changeAllergyInput,
  (actor, { id, version, ...changes }) => changeAllergy(actor, id, changes, version),
  { name: "change-allergy" },
);

export const stateNoAllergiesAction = defineAction(stateNoAllergiesInput, stateNoAllergies, {
  name: "state-no-allergies",
});

export const addConditionAction = defineAction(addConditionInput, addCondition, { name: "add-condition" });

export const changeConditionAction = defineAction(
  changeConditionInput,
  (actor, { id, version, ...changes }) => changeCondition(actor, id, changes, version),
  { name: "change-condition" },
);
