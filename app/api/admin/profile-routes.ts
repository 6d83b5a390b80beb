import { listProfiles } from "@/lib/domain/administration/list-profiles";
import { loadProfile } from "@/lib/domain/administration/load-profile";
import { idParams, type ProfileKind } from "@/lib/domain/administration/schema";
import { listedProfileOutput, profileDetailsOutput, profilesQuery } from "@/lib/domain/administration/schema-profiles";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

const WORDS = {
  doctor: { plural: "doctors", one: "Doctor", many: "Doctors" },
  hospital: { plural: "hospitals", one: "Hospital", many: "Hospitals" },
} as const;

/** The route that lists all doctors, or all hospitals. */
export function profilesRoute(kind: ProfileKind) {
  const { plural, many } = WORDS[kind];
  return defineRoute(
    {
      method: "GET",
      path: `/api/admin/${plural}`,
      operationId: `listAll${many}`,
      summary: `List ${plural} of every state, newest first`,
      tags: ["Administration"],
      auth: "required",
      query: profilesQuery,
      response: { status: 200, schema: pageOf(listedProfileOutput) },
      errors: ["not-found"],
    },
    ({ actor, query }) => listProfiles(actor, kind, query),
  );
}

/** The route that reads one of them, with its verification so far and what it has asked to change. */
export function profileRoute(kind: ProfileKind) {
  const { plural, one } = WORDS[kind];
  return defineRoute(
    {
      method: "GET",
      path: `/api/admin/${plural}/{id}`,
      operationId: `get${one}Profile`,
      summary: `Read one ${kind} with its verification so far, the changes it asked for, and counts of today`,
      tags: ["Administration"],
      auth: "required",
      params: idParams,
      response: { status: 200, schema: profileDetailsOutput },
      errors: ["not-found"],
      etag: (profile) => profile.version,
    },
    ({ actor, params }) => loadProfile(actor, kind, params.id),
  );
}
