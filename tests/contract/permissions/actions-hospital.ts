import { about, like, ofHospital, only, sentByForm, type Actions } from "./acting";
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
  "front-desk/searchPatientsAction": about(DESK, "hospitalId", ({ hospitalId }) => ({ hospitalId, ...anyone })),
  "front-desk/searchSimilarPatientsAction": about(DESK, "hospitalId", ({ hospitalId }) => ({ hospitalId, ...anyone })),
  "hospitals/saveHospitalAction": sentByForm(
    about(["manager"], "id", ({ hospitalId }) => ({ id: hospitalId, version: "1", ...HOSPITAL, ...NOWHERE }), {
      mayNot: ["coordinator"],
    }),
  ),
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
  "transfer/runImportAction": like("POST /api/imports/{id}/run"),
  "transfer/undoImportAction": like("POST /api/imports/{id}/undo"),
  "transfer/dismissImportAction": like("POST /api/imports/{id}/dismiss"),
};
