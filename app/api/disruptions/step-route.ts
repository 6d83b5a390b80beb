import type { Actor } from "@/lib/actor/actor";
import { defineRoute } from "@/lib/actor/define-route";
import { toOutput } from "@/lib/domain/disruptions/output";
import { disruptionOutput } from "@/lib/domain/disruptions/schema";
import { byId } from "@/lib/platform/http/by-id";

type Step = {
  path: `/api/disruptions/{id}/${string}`;
  operationId: string;
  summary: string;
  description: string;
  take: (actor: Actor, wanted: { id: string; version: number | null }) => Promise<Parameters<typeof toOutput>[0]>;
};

/** The route of one step that a disruption takes as a whole. */
export const stepRoute = ({ path, take, ...described }: Step) =>
  defineRoute(
    {
      ...byId(path),
      ...described,
      method: "POST",
      tags: ["Disruptions"],
      response: { status: 200, schema: disruptionOutput },
      errors: ["not-found", "forbidden", "invalid-transition", "version-mismatch"],
      ifMatch: true,
      etag: ({ version }) => version,
    },
    async ({ actor, params, ifMatch }) => toOutput(await take(actor, { id: params.id, version: ifMatch })),
  );
