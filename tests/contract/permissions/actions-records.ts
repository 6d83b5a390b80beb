import { about, like, named, ofHospital, ofPatient, ofVisit, only, type Actions } from "./acting";
import { DOCTORS, FAMILY, KEEPERS } from "./cast";
import { askedVisit } from "./questions";

/** What patients, those who act for them, and doctors do with a record. */
export const recordsActions: Actions = {
  "background/addAllergyAction": like("POST /api/patients/{id}/allergies", ofPatient),
  "background/changeAllergyAction": like("PATCH /api/allergies/{id}"),
  "background/stateNoAllergiesAction": like("PUT /api/patients/{id}/no-known-allergies", ofPatient),
  "background/addConditionAction": like("POST /api/patients/{id}/conditions", ofPatient),
  "background/changeConditionAction": like("PATCH /api/conditions/{id}"),
  "codes/searchDiagnosesAction": only(DOCTORS, () => ({ words: "I10" })),
  "codes/rememberDiagnosisAction": only(DOCTORS, () => ({ system: "ICD-10", code: "I10" })),
  "conversations/sendMessageAction": like("POST /api/appointments/{id}/messages", (request, cast) => ({
    ...named({ id: "appointmentId" })(request, cast),
    requestKey: crypto.randomUUID(),
  })),
  "conversations/markConversationReadAction": like("PUT /api/appointments/{id}/messages/read", ofVisit),
  "conversations/addTemplateAction": like("POST /api/hospitals/{id}/message-templates", ofHospital),
  "conversations/addTemplateAction the doctor's": only(DOCTORS, () => ({
    hospitalId: null,
    text: `Bring a page ${crypto.randomUUID()}`,
  })),
  "conversations/removeTemplateAction": like("DELETE /api/message-templates/{id}"),
  "documents/removeDocumentAction": like("DELETE /api/documents/{id}"),
  "emergency-access/openEmergencyAction": like("POST /api/emergency-access"),
  "emergency-access/endEmergencyAction": like("DELETE /api/emergency-access/{id}"),
  "emergency-access/notePatientToldAction": like("POST /api/admin/emergency-access/{id}/told"),
  "emergency-access/reviewEmergencyAction": like("POST /api/admin/emergency-access/{id}/review"),
  "family/addChildAction": like("POST /api/patients"),
  "family/changeChildAction": like("PATCH /api/patients/{id}"),
  "family/inviteRelativeAction": like("POST /api/patients/{id}/access/invitations", ofPatient),
  "family/resendFamilyInvitationAction": like(
    "POST /api/patients/{id}/access/invitations/{invitation}/resend",
    ofPatient,
  ),
  "family/withdrawFamilyInvitationAction": like("DELETE /api/patients/{id}/access/invitations/{invitation}", ofPatient),
  "family/changeAccessAction": like("PATCH /api/patients/{id}/access/{access}", ofPatient),
  "family/endAccessAction": like("DELETE /api/patients/{id}/access/{access}", ofPatient),
  "prescriptions/withdrawPrescriptionAction": like("POST /api/appointments/{id}/prescription/withdraw", ofVisit),
  "questionnaires/countQuestionsAction": about(
    [...FAMILY, "doctor", "manager", "coordinator"],
    "appointmentId",
    async (cast) => ({ appointmentId: await askedVisit(cast) }),
  ),
  "questionnaires/removeAnswerFileAction": like("DELETE /api/answer-files/{id}"),
  "questionnaires/writeAnswersAction": like("PUT /api/appointments/{id}/answers", ofVisit),
  "questionnaires/submitAnswersAction": like("POST /api/appointments/{id}/answers/submit", ofVisit),
  "records/writeNoteAction": like("PUT /api/appointments/{id}/encounter", ofVisit),
  "records/addAddendumAction": like("POST /api/appointments/{id}/encounter/addenda", ofVisit),
  "records/removeAttachmentAction": like("DELETE /api/attachments/{id}"),
  "sharing/giveGrantAction": like("POST /api/patients/{id}/grants", ofPatient),
  "sharing/endGrantAction": like("DELETE /api/patients/{id}/grants/{grant}", ofPatient),
  "sharing/makeLinkAction": like("POST /api/patients/{id}/links", ofPatient),
  "sharing/endLinkAction": like("DELETE /api/patients/{id}/links/{link}", ofPatient),
  "sharing/listLinkVisitsAction": about(KEEPERS, "patientId", ({ patientId }) => ({ patientId })),
  "sharing/findSharingDoctorsAction": about(KEEPERS, "patientId", ({ patientId }) => ({ patientId, name: "Anyone" })),
};
