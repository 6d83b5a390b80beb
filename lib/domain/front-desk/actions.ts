"use server";
import { defineAction } from "@/lib/actor/define-action";
import { findPatients, findSimilarPatients } from "./find-patients";
import { findPatientsInput, findSimilarInput } from "./schema";

const lookUps = [{ name: "find-patients", limit: 240, windowSeconds: 60, by: "actor" as const }];
export const findPatientsAction = defineAction(findPatientsInput, findPatients, {
  name: "find-patients",
  rateLimit: lookUps,
});
export const findSimilarPatientsAction = defineAction(findSimilarInput, findSimilarPatients, {
  name: "find-similar-patients",
  rateLimit: lookUps,
});
