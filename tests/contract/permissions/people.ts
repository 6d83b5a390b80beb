import { publishAnnouncement } from "@/lib/domain/announcements/publish-announcement";
import { requestEmailChange } from "@/lib/domain/email-changes/request-email-change";
import { openSession } from "@/lib/domain/accounts/open-session";
import { email, listOf, nothing, on, theDoctor, theHospital, type Maker, type Permissions, type Thing } from "./asking";
import { EVERYONE, newcomer } from "./cast";
import { doctorOnDuty } from "./things-hospital";

const ONLY = ["administrator"] as const;
const someone: Thing = newcomer;

/** Another address for someone. */
const newAddress: Maker = async () => ({
  params: { id: await newcomer() },
  body: { email: email(), reason: "They asked by phone" },
});

/** Someone whose address is about to change. */
const changing: Thing = async ({ here }) => {
  const userId = await newcomer();
  await requestEmailChange(here.admin.actor, { userId, email: email(), reason: "They asked by phone" });
  return userId;
};

/** A browser in which someone is signed in. */
const oneSession: Maker = async () => {
  const id = await newcomer();
  const session = await openSession({ userId: id, sessionEpoch: 0 });
  return { params: { id, session: session.id } };
};

/** Something announced to everyone. */
const announced: Thing = async ({ here }) =>
  (await publishAnnouncement(here.admin.actor, { text: "The phones are down.", level: "INFO", audience: "EVERYONE" }))
    .id;

/** What administrators learn of an account, and do about it. */
export const people: Permissions = {
  "GET /api/announcements": { ask: nothing, may: EVERYONE },
  "POST /api/announcements/{id}/dismiss": { ask: on(announced), may: EVERYONE },
  "GET /api/admin/announcements": { ask: listOf(announced), may: ONLY },
  "POST /api/admin/announcements": { ask: () => ({ body: { text: "The phones are down." } }), may: ONLY },
  "POST /api/admin/announcements/{id}/end": { ask: on(announced), may: ONLY },
  // The newest come first, and other tests make many.
  "GET /api/admin/doctors": { ask: listOf(doctorOnDuty), may: ONLY },
  "GET /api/admin/doctors/{id}": { ask: on(theDoctor), may: ONLY },
  "GET /api/admin/hospitals": { ask: listOf(theHospital), may: ONLY },
  "GET /api/admin/hospitals/{id}": { ask: on(theHospital), may: ONLY },
  "POST /api/admin/sign-in-checks": { ask: () => ({ body: { email: email() } }), may: ONLY },
  "GET /api/admin/users/{id}": { ask: on(someone), may: ONLY },
  "DELETE /api/me/email-change": { ask: nothing, may: EVERYONE },
  "DELETE /api/admin/users/{id}/email-change": { ask: on(changing), may: ONLY },
  "POST /api/admin/users/{id}/email-change": { ask: newAddress, may: ONLY },
  "POST /api/admin/users/{id}/password-link": { ask: on(someone), may: ONLY },
  "GET /api/admin/users/{id}/sessions": { ask: on(someone), may: ONLY },
  "DELETE /api/admin/users/{id}/sessions": { ask: on(someone), may: ONLY },
  "DELETE /api/admin/users/{id}/sessions/{session}": { ask: oneSession, may: ONLY },
  "GET /api/admin/users/{id}/sign-ins": { ask: on(someone), may: ONLY },
};
