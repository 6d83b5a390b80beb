import type { ErrorCode } from "@/lib/platform/errors/app-error";
import { form } from "@/tests/support/forms";
import type { Json } from "../appointments-harness";
import { MISSING, type Permission, type Request } from "./asking";
import type { Cast, Person } from "./cast";
import { PERMISSIONS } from "./permissions";

/**
 * One call: the input, and the same about something that is missing. `seek`: what the answer has to contain to count as
 * read.
 */
export type Acted = { input: Json | FormData | undefined; missing?: Json | FormData; seek?: string | undefined };

/**
 * Who may do what, by action: `module/name`, and behind a space which of its cases. `refused`: what everyone who may is
 * told, because what they send is never accepted here.
 */
export type Action = Omit<Permission, "ask"> & { act: (cast: Cast) => Acted | Promise<Acted>; refused?: ErrorCode };
export type Actions = Record<string, Action>;

type Turn = (request: Request, cast: Cast) => Json | FormData;

/** The input of an action that takes what its route does; `names`: what it calls the things in the route's path. */
export const named =
  (names: Record<string, string> = {}, more: Json = {}): Turn =>
  ({ params = {}, body, query }) => ({
    ...Object.fromEntries(Object.entries(params).map(([name, id]) => [names[name] ?? name, id])),
    ...query,
    ...body,
    ...more,
  });

/** Of whom, or of which hospital, something is; its own ID is another parameter of the path. */
export const ofPatient = named({ id: "patientId", access: "id", invitation: "id", grant: "id", link: "id" });
export const ofHospital = named({ id: "hospitalId", member: "id", invitation: "id" });
export const ofVisit = named({ id: "appointmentId" });

/** An action with the use case of a route: the same people may. */
export function like(route: string, turn: Turn = named()): Action {
  const permission = PERMISSIONS[route];
  if (!permission) throw new Error(`There is no ${route}.`);
  const { ask, ...verdicts } = permission;
  const act = async (cast: Cast): Promise<Acted> => {
    const request = await ask(cast);
    const input = turn(request, cast);
    if (request.params === undefined) return { input, seek: request.seek };
    const ids = Object.fromEntries(Object.keys(request.params).map((name) => [name, MISSING]));
    return { input, missing: turn({ ...request, params: ids }, cast), seek: request.seek };
  };
  return { ...verdicts, act };
}

type Maker = (cast: Cast) => Json | Promise<Json>;
/** An action that no route does. */
export const only = (may: readonly Person[], make: Maker, more: Partial<Action> = {}): Action => ({
  may,
  act: async (cast) => ({ input: await make(cast) }),
  ...more,
});

/** One about something; `about`: the name of the ID. */
export const about = (may: readonly Person[], id: string, make: Maker, more: Partial<Action> = {}): Action => ({
  may,
  act: async (cast) => {
    const input = await make(cast);
    return { input, missing: { ...input, [id]: MISSING } };
  },
  ...more,
});

/** The same, sent by a form. */
export function sentByForm({ act, ...action }: Action): Action {
  const toForm = (input: Acted["input"]) => form(input as Record<string, string>);
  return {
    ...action,
    act: async (cast) => {
      const { input, missing, seek } = await act(cast);
      return { input: toForm(input), ...(missing ? { missing: toForm(missing) } : {}), seek };
    },
  };
}
