import { about, like, named, ofHospital, only, sentByForm, type Actions } from "./acting";
import { offered } from "./questions";
import { DESK, DOCTORS } from "./cast";

const anyone = { name: "Anyone" };
const HOSPITAL = { name: "A hospital", description: "", address: "", city: "", country: "", phone: "" };
const NOWHERE = { latitude: "", longitude: "" };

/** What a hospital's staff do, and doctors with their places. */
export const hospitalsActions: Actions = {
  "affiliations/inviteDoctorAction": like("POST /api/hospitals/{id}/invitations", ({ params, body }) => ({
    hospitalId: params?.id,
    invite: body,
  })),
  "affiliations/askToJoinAction": like("POST /api/doctor-invitations"),
  "affiliations/answerInvitationAction": like("POST /api/doctor-invitations/{id}/respond"),
  "affiliations/withdrawInvitationAction": like("DELETE /api/doctor-invitations/{id}"),
  "affiliations/changeAffiliationAction": like("PUT /api/affiliations/{id}/status"),
  "affiliations/previewAffiliationAction": like("GET /api/affiliations/{id}/preview"),
  "affiliations/assignDepartmentAction": like("PATCH /api/affiliations/{id}"),
  "affiliations/findDoctorsAction": about(["manager"], "hospitalId", ({ hospitalId }) => ({ hospitalId, ...anyone }), {
    mayNot: ["coordinator"],
  }),
  "affiliations/findHospitalsAction": only(DOCTORS, () => anyone),
  "disruptions/previewAwayAction": like("POST /api/disruption-previews"),
  "disruptions/announceAwayAction": like("POST /api/disruptions"),
  "disruptions/previewLateAction": like("POST /api/delay-previews"),
  "disruptions/announceLateAction": like("POST /api/delays"),
  "disruptions/previewClosureAction": like("POST /api/hospitals/{id}/closure-previews", ofHospital),
  "disruptions/announceClosureAction": like("POST /api/hospitals/{id}/closures", ofHospital),
  "disruptions/previewHolidaysAction": like("POST /api/hospitals/{id}/holiday-previews", ofHospital),
  "disruptions/announceHolidaysAction": like("POST /api/hospitals/{id}/holidays", ofHospital),
  "disruptions/tellNowAction": like("POST /api/disruptions/{id}/announce"),
  "disruptions/undoDisruptionAction": like("POST /api/disruptions/{id}/undo"),
  "disruptions/endDisruptionAction": like("POST /api/disruptions/{id}/end"),
  "disruptions/planMovesAction": like("GET /api/disruptions/{id}/moves"),
  "disruptions/movePatientsAction": like("POST /api/disruptions/{id}/moves"),
  "ward-closures/previewWardClosureAction": like("POST /api/hospitals/{id}/ward-closure-previews", ofHospital),
  "ward-closures/closeWardAction": like("POST /api/hospitals/{id}/ward-closures", ofHospital),
  "ward-closures/changeWardClosureAction": like("PATCH /api/ward-closures/{id}"),
  "ward-closures/undoWardClosureAction": like("POST /api/ward-closures/{id}/undo"),
  "ward-closures/tellOfWardClosureAction": like("POST /api/ward-closures/{id}/announce"),
  "ward-closures/endWardClosureAction": like("POST /api/ward-closures/{id}/end"),
  "front-desk/searchPatientsAction": about(DESK, "hospitalId", ({ hospitalId }) => ({ hospitalId, ...anyone })),
  "front-desk/searchPatientsAction the doctor's": only(DOCTORS, () => ({ hospitalId: null, ...anyone })),
  "front-desk/searchSimilarPatientsAction": about(DESK, "hospitalId", ({ hospitalId }) => ({ hospitalId, ...anyone })),
  "front-desk/searchSimilarPatientsAction the doctor's": only(DOCTORS, () => ({ hospitalId: null, ...anyone })),
  "registrations/registerPatientAction": like("POST /api/hospitals/{id}/patients", ofHospital),
  "registrations/changeRegistrationAction": like("PATCH /api/registrations/{id}", named({}, { version: 1 })),
  "registrations/searchLikelyKnownAction": about(DESK, "hospitalId", ({ hospitalId }) => ({
    hospitalId,
    patient: anyone,
  })),
  "hospitals/saveHospitalAction": sentByForm(
    about(["manager"], "id", ({ hospitalId }) => ({ id: hospitalId, version: "1", ...HOSPITAL, ...NOWHERE }), {
      mayNot: ["coordinator"],
    }),
  ),
  "messages/resendMessageAction": like("POST /api/sent-messages/{id}/resend"),
  "merges/mergePatientsAction": like("POST /api/patient-merges"),
  "merges/undoMergeAction": like("POST /api/patient-merges/{id}/undo"),
  "merges/tellApartAction": like("PUT /api/duplicates/{id}/set-aside"),
  "merges/suggestAgainAction": like("DELETE /api/duplicates/{id}/set-aside"),
  "questionnaires/addQuestionnaireAction": like("POST /api/hospitals/{id}/questionnaires", ofHospital),
  "questionnaires/addQuestionnaireAction the doctor's": only(
    DOCTORS,
    async (cast) => ({ serviceId: await offered(cast), hospitalId: null }),
    // The others don't offer the doctor's service.
    { refused: "invalid" },
  ),
  "questionnaires/changeQuestionnaireAction": like("PATCH /api/questionnaires/{id}"),
  "questionnaires/publishQuestionnaireAction": like("POST /api/questionnaires/{id}/publish"),
  "questionnaires/withdrawQuestionnaireAction": like("POST /api/questionnaires/{id}/withdraw"),
  "reminders/saveReminderRuleAction": like("PUT /api/hospitals/{id}/reminder-rule", ofHospital),
  "reminders/saveReminderRuleAction the doctor's": only(DOCTORS, () => ({ hospitalId: null, own: null })),
  "staff/addDepartmentAction": like("POST /api/hospitals/{id}/departments", ofHospital),
  "staff/renameDepartmentAction": like("PATCH /api/departments/{id}"),
  "staff/removeDepartmentAction": like("DELETE /api/departments/{id}"),
  "staff/inviteStaffAction": like("POST /api/hospitals/{id}/staff", ofHospital),
  "staff/resendStaffInvitationAction": like(
    "POST /api/hospitals/{id}/staff/invitations/{invitation}/resend",
    ofHospital,
  ),
  "staff/withdrawStaffInvitationAction": like("DELETE /api/hospitals/{id}/staff/invitations/{invitation}", ofHospital),
  "staff/changeStaffRoleAction": like("PATCH /api/hospitals/{id}/staff/{member}", ofHospital),
  "staff/removeStaffAction": like("DELETE /api/hospitals/{id}/staff/{member}", ofHospital),
  "data-exports/requestHospitalExportAction": like("POST /api/hospitals/{id}/exports", ofHospital),
  "data-exports/requestPlatformExportAction": like("POST /api/admin/exports"),
  "data-exports/cancelExportAction": like("POST /api/exports/{id}/cancel"),
  "transfer/runImportAction": like("POST /api/imports/{id}/run"),
  "transfer/undoImportAction": like("POST /api/imports/{id}/undo"),
  "transfer/dismissImportAction": like("POST /api/imports/{id}/dismiss"),
};
