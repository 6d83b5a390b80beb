import { defineRoute } from "@/lib/actor/define-route";
import { toPreferencesOutput } from "@/lib/domain/preferences/output";
import { getOwnPreference } from "@/lib/domain/preferences/queries";
import { savePreferences } from "@/lib/domain/preferences/save-preferences";
import { preferencesInput, preferencesOutput } from "@/lib/domain/preferences/schema";

const tags = ["Notifications"];

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/me/preferences",
    operationId: "getPreferences",
    summary: "Get what you hear of outside of the portal, where, and when not",
    description:
      "Of the topics that concern you. What is new is in the portal in any case. Quiet hours hold back what can wait: never emergencies, hospital stays, changes to an appointment within a day, or what leaves less than half an hour to act on it afterwards, such as an offered time.",
    tags,
    auth: "required",
    response: { status: 200, schema: preferencesOutput },
    etag: ({ version }) => version,
  },
  async ({ actor }) => toPreferencesOutput(await getOwnPreference(actor)),
);

export const PATCH = defineRoute(
  {
    method: "PATCH",
    path: "/api/me/preferences",
    operationId: "changePreferences",
    summary: "Choose what you hear of, where, and when not",
    description: "What isn't named stays as it is.",
    tags,
    auth: "required",
    body: preferencesInput,
    rateLimit: [{ name: "preferences", by: "actor", limit: 60, windowSeconds: 60 }],
    response: { status: 200, schema: preferencesOutput },
    errors: ["version-mismatch"],
    ifMatch: true,
    etag: ({ version }) => version,
  },
  async ({ actor, body, ifMatch }) => toPreferencesOutput(await savePreferences(actor, body, ifMatch ?? undefined)),
);

export { DELETE, OPTIONS, POST, PUT } from "@/lib/platform/http/other-methods";
