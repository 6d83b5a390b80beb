import { defineRoute } from "@/lib/actor/define-route";
import type { Actor } from "@/lib/actor/actor";
import { questionnaireOutput } from "@/lib/domain/questionnaires/schema";
import type { z } from "zod";
import { byId } from "@/lib/platform/http/by-id";

type Step = {
  path: `/api/questionnaires/{id}/${string}`;
  operationId: string;
  summary: string;
  description: string;
  take: (actor: Actor, wanted: { id: string; version: number | null }) => Promise<z.input<typeof questionnaireOutput>>;
};

/** The route of one step that a questionnaire takes as a whole. */
export const stepRoute = ({ path, take, ...described }: Step) =>
  defineRoute(
    {
      ...byId(path),
      ...described,
      method: "POST",
      tags: ["Questionnaires"],
      response: { status: 200, schema: questionnaireOutput },
      errors: ["not-found", "forbidden", "invalid-transition", "version-mismatch"],
      ifMatch: true,
      etag: ({ version }) => version,
    },
    ({ actor, params, ifMatch }) => take(actor, { id: params.id, version: ifMatch }),
  );
