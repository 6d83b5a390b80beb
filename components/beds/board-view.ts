import type { Standing } from "@/components/ward-closures/closure-view";
import type { BedCondition, BedState, WardKind } from "@/lib/domain/beds/status";

/** A patient with a bed or a reservation, as the board shows it. Instants are ISO texts. */
export type BoardStay = {
  id: string;
  version: number;
  status: "RESERVED" | "ADMITTED";
  name: string;
  age: number | null;
  wardKind: WardKind;
  /** When they were admitted; for a reservation, the requested start. */
  from: string;
  to: string | null;
  reservedUntil: string | null;
  reason: string | null;
};

export type BoardBed = {
  id: string;
  version: number;
  label: string;
  wardId: string;
  condition: BedCondition;
  state: BedState;
  /** Why it is out of service. */
  reason: string | null;
  stateChangedAt: string;
  cleaningDueAt: string | null;
  /** Its patient, or else the next reservation. */
  stay: BoardStay | null;
  /** Later reservations, soonest first. */
  later: BoardStay[];
};

export type BoardWard = { id: string; name: string; kind: WardKind; beds: BoardBed[] };

/** A patient waiting for a bed. */
export type BoardRequest = {
  id: string;
  version: number;
  name: string;
  age: number | null;
  wardKind: WardKind;
  from: string;
  to: string | null;
  reason: string | null;
  createdAt: string;
};

export type Board = {
  hospitalId: string;
  /** What is closed now or will be, the soonest first. */
  closures: Standing[];
  /** When it was read. */
  asOf: string;
  /** Whether the reader may add and remove wards and beds. */
  canSetUp: boolean;
  /** Only a verified hospital agrees to anything new. */
  isListed: boolean;
  wards: BoardWard[];
  requests: BoardRequest[];
  /** The total number of requests; `requests` may contain only the first. */
  requestCount: number;
};

/** A bed with its ward, as a list of beds names it. */
export type PlacedBed = { bed: BoardBed; ward: BoardWard };

export function allBeds(board: Board): PlacedBed[] {
  return board.wards.flatMap((ward) => ward.beds.map((bed) => ({ bed, ward })));
}

export function findBed(board: Board, bedId: string | undefined): PlacedBed | undefined {
  return bedId === undefined ? undefined : allBeds(board).find(({ bed }) => bed.id === bedId);
}

/** "A-12, North": enough to find it. */
export function bedName({ bed, ward }: PlacedBed): string {
  return `${bed.label}, ${ward.name}`;
}
