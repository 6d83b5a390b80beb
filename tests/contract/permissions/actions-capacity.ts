import { requestAmbulance } from "@/lib/domain/ambulances/request-ambulance";
import { about, like, named, ofHospital, only, sentByForm, type Actions } from "./acting";
import { next, PEOPLE } from "./cast";
import * as h from "./things-hospital";

const CALL = { kind: "BASIC", position: "48.2,16.37", name: "A caller" };
const phone = () => `+43 1 5550${100 + next()}`;

/** A call that someone without an account follows by its link. */
export async function trackedCall(): Promise<string> {
  const contact = { name: "A caller", phone: phone() };
  const wanted = { kind: "BASIC", pickup: { latitude: 48.2, longitude: 16.37 }, contact } as const;
  return (await requestAmbulance(null, wanted)).trackingToken ?? "";
}

/** What is done with beds and ambulances, and what administrators do. */
export const capacityActions: Actions = {
  "administration/decideAction": like(
    "POST /api/admin/doctors/{id}/suspend",
    named({}, { kind: "doctor", decision: "suspend" }),
  ),
  "administration/decideAction a hospital": like(
    "POST /api/admin/hospitals/{id}/verify",
    named({}, { kind: "hospital", decision: "verify" }),
  ),
  "announcements/publishAnnouncementAction": like("POST /api/admin/announcements"),
  "announcements/endAnnouncementAction": like("POST /api/admin/announcements/{id}/end"),
  "announcements/dismissAnnouncementAction": like("POST /api/announcements/{id}/dismiss"),
  "audit/verifyStretchAction": like("POST /api/admin/audit/verifications"),
  "administration/decideChangeAction": like("POST /api/admin/changes/{id}/approve", named({}, { decision: "approve" })),
  "administration/suspendUserAction": like("POST /api/admin/users/{id}/suspend", named({ id: "userId" })),
  "administration/reinstateUserAction": like("POST /api/admin/users/{id}/reinstate", named({ id: "userId" })),
  "administration/sendPasswordLinkAction": like("POST /api/admin/users/{id}/password-link", named({ id: "userId" })),
  "administration/endUserSessionsAction": like("DELETE /api/admin/users/{id}/sessions", named({ id: "userId" })),
  "administration/endUserSessionAction": like(
    "DELETE /api/admin/users/{id}/sessions/{session}",
    named({ id: "userId", session: "sessionId" }),
  ),
  "email-changes/requestEmailChangeAction": like("POST /api/admin/users/{id}/email-change", named({ id: "userId" })),
  "email-changes/withdrawEmailChangeAction": like("DELETE /api/admin/users/{id}/email-change", named({ id: "userId" })),
  "codes/activateEditionAction": like("POST /api/admin/diagnosis-editions/{id}/activate"),
  "codes/removeEditionAction": like("DELETE /api/admin/diagnosis-editions/{id}"),
  "ambulances/requestAmbulanceAction": like("POST /api/ambulance-bookings"),
  "ambulances/postCallAction": sentByForm(
    like("POST /api/ambulance-bookings", (_request, { patientId }) => ({ ...CALL, phone: phone(), patientId })),
  ),
  "ambulances/cancelTrackedCallAction": only(PEOPLE, async () => ({ token: await trackedCall() })),
  "ambulances/changeCallAction": like("PUT /api/ambulance-bookings/{id}/status"),
  "ambulances/replaceVehicleAction": like("PUT /api/ambulance-bookings/{id}/vehicle"),
  "ambulances/verifyCallerAction": like("POST /api/ambulance-bookings/{id}/verify"),
  "ambulances/namePatientAction": like("PUT /api/ambulance-bookings/{id}/patient"),
  "ambulances/addAmbulanceAction": like("POST /api/hospitals/{id}/ambulances", ofHospital),
  "ambulances/changeAmbulanceAction": like("PATCH /api/ambulances/{id}"),
  "ambulances/removeAmbulanceAction": like("DELETE /api/ambulances/{id}"),
  "beds/requestBedAction": like("POST /api/bed-bookings"),
  "beds/admitPatientAction": like("POST /api/hospitals/{id}/admissions", ofHospital),
  "beds/changeBedBookingAction": like("PUT /api/bed-bookings/{id}/status"),
  "beds/transferPatientAction": like("POST /api/bed-bookings/{id}/transfer"),
  "beds/undoDischargeAction": like("POST /api/bed-bookings/{id}/undo"),
  "beds/addWardAction": like("POST /api/hospitals/{id}/wards", ofHospital),
  "beds/changeWardAction": like("PATCH /api/wards/{id}"),
  "beds/removeWardAction": like("DELETE /api/wards/{id}"),
  "beds/addBedAction": like("POST /api/hospitals/{id}/beds", ofHospital),
  "beds/addBedsAction": about(
    ["manager"],
    "hospitalId",
    async (cast) => ({ hospitalId: cast.hospitalId, wardId: await h.ward(cast), labels: "1–3" }),
    { mayNot: ["coordinator"] },
  ),
  "beds/changeBedAction": like("PATCH /api/beds/{id}"),
  "beds/removeBedAction": like("DELETE /api/beds/{id}"),
};
