import { z } from "zod";
import { historyOutput, toHistoryOutput } from "@/lib/domain/history/schema";
import type { Actor } from "@/lib/actor/actor";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

type HistoryRoute = { path: `/api/${string}/{id}/history`; operationId: string; summary: string; tags: string[] };
type Loaded = Parameters<typeof toHistoryOutput>[0];

/**
 * Defines `GET …/{id}/history`: what happened to one thing, for those who may see it. `load` throws `not-found` for all
 * others.
 */
export function historyRoute(route: HistoryRoute, load: (actor: Actor, id: string) => Promise<Loaded>) {
  return defineRoute(
    {
      ...route,
      method: "GET",
      auth: "required",
      params: z.strictObject({ id: uuid }),
      response: { status: 200, schema: historyOutput },
      errors: ["not-found"],
    },
    async ({ actor, params: { id } }) => toHistoryOutput(await load(actor, id)),
  );
}
