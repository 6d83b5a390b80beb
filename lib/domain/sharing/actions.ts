"use server";
import { defineAction } from "@/lib/actor/define-action";
import { endGrant } from "./end-grant";
import { giveGrant } from "./give-grant";
import { searchSharingDoctors } from "./queries";
import { findDoctorsInput, giveGrantInput, ofPatientInput } from "./schema";

export const giveGrantAction = defineAction(giveGrantInput, giveGrant, { name: "give-grant" });
export const endGrantAction = defineAction(ofPatientInput, endGrant, { name: "end-grant" });
export const findSharingDoctorsAction = defineAction(findDoctorsInput, searchSharingDoctors, {
  name: "find-sharing-doctors",
  rateLimit: [{ name: "find-sharing-doctors", limit: 240, windowSeconds: 60, by: "actor" }],
});
