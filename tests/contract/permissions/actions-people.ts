import { db } from "@/lib/platform/db/db";
import { like, named, ofVisit, only, sentByForm, type Acted, type Actions } from "./acting";
import { MISSING, SCHEDULE } from "./asking";
import { DESK, DOCTORS, EVERYONE, next, PEOPLE, type Cast } from "./cast";
import * as a from "./things";

const PROFILE = { version: 1, biography: "", languages: [], feeMinor: 1000, currency: "EUR", practiceName: "" };
const PLACE = { address: "", city: "", country: "" };
const ownHours = { schedule: { hospitalId: null, ...SCHEDULE } };

/** Hours of the doctor to close, and hours that are missing. */
async function hours(cast: Cast): Promise<Acted> {
  const [id, on] = [await a.schedule(cast), { date: "2030-01-31", interval: null }];
  return { input: { scheduleIds: [id], ...on }, missing: { scheduleIds: [MISSING], ...on } };
}

/** A visit to the doctor at the hospital, looked up by the name of its patient. */
const lookUp = (portal: string) => async (cast: Cast) => {
  const { id: patientId, name } = await db.patient.create({ data: { name: `Looked Up ${next()}` } });
  return { input: { portal, words: name }, seek: await a.visit(cast, { patientId, startsAt: new Date(a.freeTime()) }) };
};

/** What people do with their accounts, visits and hours. */
export const peoplesActions: Actions = {
  "accounts/saveProfileAction": sentByForm(
    only(EVERYONE, () => ({ name: "A name", phone: "", timeZone: "UTC", version: "1" })),
  ),
  "accounts/savePasswordAction": sentByForm(
    only(EVERYONE, () => ({ currentPassword: "not the password", newPassword: "another-password-8" }), {
      refused: "invalid",
    }),
  ),
  "accounts/signOutEverywhereAction": { may: EVERYONE, act: () => ({ input: undefined }) },
  "email-changes/keepAddressAction": like("DELETE /api/me/email-change"),
  "notifications/markReadAction": like("PUT /api/notifications/read"),
  "preferences/savePreferencesAction": only(EVERYONE, () => ({ version: 0, quietHours: null })),
  "push/addSubscriptionAction": like("POST /api/push-subscriptions"),
  "push/removeSubscriptionAction": like("DELETE /api/push-subscriptions/{id}"),
  "push/sendTestPushAction": like("POST /api/push-subscriptions/{id}/test"),
  "lookup/lookUpAction the patient's": { may: [], findNothing: "the others", act: lookUp("patient") },
  "lookup/lookUpAction the doctor's": { may: ["doctor"], findNothing: DOCTORS, act: lookUp("doctor") },
  "lookup/lookUpAction the hospital's": { may: DESK, findNothing: ["another manager"], act: lookUp("hospital") },
  "lookup/lookUpAction the administrator's": { may: [], findNothing: ["administrator"], act: lookUp("admin") },
  "lookup/searchListAction": sentByForm(only(PEOPLE, () => ({ list: "people", name: "Anyone" }))),
  "appointments/holdSlotAction": like("POST /api/appointments/holds"),
  "appointments/releaseHoldAction": like("DELETE /api/appointments/holds/{id}"),
  "appointments/bookAction": like("POST /api/appointments"),
  "appointments/walkInAction": like("POST /api/hospitals/{id}/walk-ins", named({ id: "hospitalId" })),
  "appointments/changeStatusAction": like("PUT /api/appointments/{id}/status"),
  "appointments/undoStepAction": like("POST /api/appointments/{id}/undo"),
  "appointments/joinVideoAction": like("GET /api/appointments/{id}/video"),
  "appointments/rescheduleAction": like("POST /api/appointments/{id}/reschedule"),
  "appointments/confirmAttendanceAction": like("POST /api/appointments/{id}/attendance"),
  "appointments/keepTimeAction": like("POST /api/appointments/{id}/keep-time"),
  "appointments/completeVisitAction": like("POST /api/appointments/{id}/encounter/sign", ofVisit),
  "waitlist/joinWaitlistAction": like("POST /api/waitlist"),
  "waitlist/leaveWaitlistAction": like("DELETE /api/waitlist/{id}"),
  "waitlist/acceptOfferAction": like("POST /api/waitlist/offers/{id}/accept"),
  "waitlist/declineOfferAction": like("POST /api/waitlist/offers/{id}/decline"),
  "recalls/setRecallAction": like("POST /api/recalls"),
  "recalls/changeRecallAction": like("PATCH /api/recalls/{id}"),
  "recalls/removeRecallAction": like("DELETE /api/recalls/{id}"),
  "recalls/dismissRecallAction": like("POST /api/recalls/{id}/dismiss"),
  "contacts/markCalledAction": like("PUT /api/to-call/{id}/done"),
  "reminders/remindNowAction": like("POST /api/appointments/{id}/reminders"),
  "schedules/saveScheduleAction new": only(DOCTORS, () => ({ id: null, ...ownHours })),
  "schedules/saveScheduleAction": like("PUT /api/schedules/{id}", ({ params }) => ({ ...params, ...ownHours })),
  "schedules/previewScheduleAction": like("PUT /api/schedules/{id}", ({ params }) => ({ ...params, ...ownHours })),
  "schedules/deleteScheduleAction": like("DELETE /api/schedules/{id}"),
  "schedules/countSlotsAction": only(DOCTORS, () => ownHours.schedule),
  "schedules/blockHoursAction": { may: ["doctor"], act: hours },
  "schedules/previewBlockAction": { may: ["doctor"], act: hours },
  "doctors/saveOwnProfileAction": only(DOCTORS, () => ({ ...PROFILE, ...PLACE })),
  "doctors/saveServicesAction": only(DOCTORS, async () => ({ services: [] })),
};
