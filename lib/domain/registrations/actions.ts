"use server";
import { defineAction } from "@/lib/actor/define-action";
import { changeRegistration } from "./change-registration";
import { searchLikelyKnown } from "./queries";
import { registerPatient } from "./register-patient";
import { changeRegistrationForm, findLikelyInput, registerInput } from "./schema";

export const registerPatientAction = defineAction(registerInput, registerPatient, {
  name: "register-patient",
});

export const searchLikelyKnownAction = defineAction(findLikelyInput, searchLikelyKnown, {
  name: "find-likely-known",
  rateLimit: [{ name: "find-patients", limit: 240, windowSeconds: 60, by: "actor" }],
});

export const changeRegistrationAction = defineAction(
  changeRegistrationForm,
  (actor, { id, version, ...input }) => changeRegistration(actor, id, input, version),
  { name: "change-registration" },
);
