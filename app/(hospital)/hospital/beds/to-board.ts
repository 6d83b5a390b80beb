import type { Board, BoardBed, BoardStay } from "@/components/beds/board-view";
import type { Standing } from "@/components/ward-closures/closure-view";
import type { LoadedBed, LoadedBoard, LoadedStay } from "@/lib/domain/beds/load-board";

/** Returns the data the board shows: hundreds of beds are sent, so each has no more than that. */
export function toBoard(
  { hospitalId, asOf, canSetUp, isListed, wards, requests }: LoadedBoard,
  closures: Standing[] = [],
): Board {
  return {
    hospitalId,
    closures,
    asOf,
    canSetUp,
    isListed,
    wards: wards.map(({ id, name, kind, items }) => ({ id, name, kind, beds: items.map(toBed) })),
    requests: requests.items.map(({ id, version, patient, wardKind, from, to, reason, createdAt }) => {
      return { id, version, name: patient.name, age: patient.age, wardKind, from, to, reason, createdAt };
    }),
    requestCount: requests.count,
  };
}

function toBed({
  id,
  version,
  label,
  wardId,
  condition,
  state,
  reason,
  stateChangedAt,
  cleaningDueAt,
  occupant,
  reservations,
}: LoadedBed): BoardBed {
  const [stay = null, ...later] = [...(occupant ? [occupant] : []), ...reservations].map(toStay);
  return { id, version, label, wardId, condition, state, reason, stateChangedAt, cleaningDueAt, stay, later };
}

function toStay({ id, version, status, patient, wardKind, from, to, reservedUntil, reason }: LoadedStay): BoardStay {
  const { name, age } = patient;
  return {
    id,
    version,
    status: status === "ADMITTED" ? "ADMITTED" : "RESERVED",
    name,
    age,
    wardKind,
    from,
    to,
    reservedUntil,
    reason,
  };
}
