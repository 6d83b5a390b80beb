import type { Actor } from "@/lib/actor/actor";
import { defineRoute } from "@/lib/actor/define-route";
import { toOutput } from "@/lib/domain/ward-closures/output";
import { wardClosureOutput } from "@/lib/domain/ward-closures/schema";
import { byId } from "@/lib/platform/http/by-id";

type Step = {
  path: `/api/ward-closures/{id}/${string}`;
  operationId: string;
  summary: string;
  description: string;
  take: (actor: Actor, step: { id: string; version: number | null }) => Promise<Parameters<typeof toOutput>[0]>;
};

/** The route of one step that a closing takes as a whole. */
export const stepRoute = ({ path, take, ...described }: Step) =>
  defineRoute(
    {
      ...byId(path),
      ...described,
      tags: ["Beds"],
      method: "POST",
      response: { status: 200, schema: wardClosureOutput },
      errors: ["not-found", "invalid-transition", "version-mismatch"],
      ifMatch: true,
      etag: ({ version }) => version,
    },
    async ({ actor, params, ifMatch }) => toOutput(await take(actor, { id: params.id, version: ifMatch })),
  );
