import { closeWard } from "@/lib/domain/ward-closures/close-ward";
import { listAt, on, theHospital, type Maker, type Permissions } from "./asking";
import { DESK, type Cast } from "./cast";
import * as h from "./things-hospital";

/** A ward of its own is closed, so that no one else's beds are. */
export const wardClosure = async (cast: Cast): Promise<string> => {
  const { hospitalId, manager } = cast;
  return (await closeWard(manager.actor, { hospitalId, wardId: await h.ward(cast), reason: "WORKS" })).id;
};

const closing: Maker = async (cast) => ({
  params: { id: cast.hospitalId },
  body: { wardId: await h.ward(cast), reason: "CLEANING" },
});

export const wardClosures: Permissions = {
  "GET /api/hospitals/{id}/ward-closures": { ask: listAt(theHospital, wardClosure), may: DESK },
  "POST /api/hospitals/{id}/ward-closures": { ask: closing, may: DESK },
  "POST /api/hospitals/{id}/ward-closure-previews": { ask: closing, may: DESK },
  "GET /api/ward-closures/{id}": { ask: on(wardClosure), may: DESK },
  "PATCH /api/ward-closures/{id}": { ask: on(wardClosure, { body: { endsAt: "2031-01-31T09:30:00Z" } }), may: DESK },
  "GET /api/ward-closures/{id}/stays": { ask: on(wardClosure), may: DESK },
  "POST /api/ward-closures/{id}/undo": { ask: on(wardClosure), may: DESK },
  "POST /api/ward-closures/{id}/announce": { ask: on(wardClosure), may: DESK },
  "POST /api/ward-closures/{id}/end": { ask: on(wardClosure), may: DESK },
};
