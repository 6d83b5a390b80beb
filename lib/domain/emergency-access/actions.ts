"use server";
import { defineAction } from "@/lib/actor/define-action";
import { endEmergencyAccess } from "./end-emergency-access";
import { notePatientTold } from "./note-patient-told";
import { openEmergencyAccess } from "./open-emergency-access";
import { reviewEmergencyAccess } from "./review-emergency-access";
import { FIND_LIMIT } from "./rules";
import { emergencyIdInput, openEmergencyInput, reviewInput } from "./schema";

export const openEmergencyAction = defineAction(openEmergencyInput, openEmergencyAccess, {
  name: "open-emergency-access",
  rateLimit: [FIND_LIMIT],
});
export const endEmergencyAction = defineAction(emergencyIdInput, endEmergencyAccess, { name: "end-emergency-access" });
export const notePatientToldAction = defineAction(emergencyIdInput, notePatientTold, { name: "note-patient-told" });
export const reviewEmergencyAction = defineAction(reviewInput, reviewEmergencyAccess, {
  name: "review-emergency-access",
});
