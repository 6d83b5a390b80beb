import { addSubscription } from "@/lib/domain/push/add-subscription";
import { actorOf } from "@/tests/support/actors";
import { newSubscription } from "@/tests/support/push";
import { listOf, on, type Permissions, type Thing } from "./asking";
import { EVERYONE } from "./cast";

/** A browser that shows the patient's notifications. */
const browser: Thing = async ({ patient }) =>
  (await addSubscription(await actorOf(patient.user), { ...newSubscription().sent, userAgent: "" })).id;

export const push: Permissions = {
  "GET /api/me/preferences": { ask: () => ({}), may: EVERYONE },
  "PATCH /api/me/preferences": { ask: () => ({ body: { quietHours: null } }), may: EVERYONE },
  "GET /api/push-subscriptions": {
    ask: async (cast) => ({ seek: (await listOf(browser)(cast)).seek ?? "" }),
    may: ["patient"],
    findNothing: "the others",
  },
  "POST /api/push-subscriptions": { ask: () => ({ body: newSubscription().sent }), may: EVERYONE },
  "DELETE /api/push-subscriptions/{id}": { ask: on(browser), may: ["patient"] },
  "POST /api/push-subscriptions/{id}/test": { ask: on(browser), may: ["patient"] },
};
