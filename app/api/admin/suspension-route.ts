import { idParams, personOutput } from "@/lib/domain/administration/schema";
import { reinstateUser, suspendUser } from "@/lib/domain/administration/suspend-user";
import { defineRoute } from "@/lib/actor/define-route";

const STEPS = {
  suspend: { run: suspendUser, summary: "Suspend an account: its sessions and tokens stop working at once" },
  reinstate: { run: reinstateUser, summary: "Reinstate a suspended account, which can then sign in again" },
};

/** The route that takes an account's access away, or gives it back. */
export function suspensionRoute(step: keyof typeof STEPS) {
  const { run, summary } = STEPS[step];
  return defineRoute(
    {
      method: "POST",
      path: `/api/admin/users/{id}/${step}`,
      operationId: `${step}User`,
      summary,
      tags: ["Administration"],
      auth: "required",
      params: idParams,
      response: { status: 200, schema: personOutput },
      errors: ["not-found", "forbidden"],
      etag: (person) => person.version,
    },
    ({ actor, params }) => run(actor, params.id),
  );
}
