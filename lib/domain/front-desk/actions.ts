"use server";
import { defineAction } from "@/lib/actor/define-action";
import { searchPatients, searchSimilarPatients } from "./search-patients";
import { findPatientsInput, findSimilarInput } from "./schema";

const lookUps = [{ name: "find-patients", limit: 240, windowSeconds: 60, by: "actor" as const }];
export const searchPatientsAction = defineAction(findPatientsInput, searchPatients, {
  name: "find-patients",
  rateLimit: lookUps,
});
export const searchSimilarPatientsAction = defineAction(findSimilarInput, searchSimilarPatients, {
  name: "find-similar-patients",
  rateLimit: lookUps,
});
