import type { BedCondition, BedState, WardKind } from "@/lib/domain/beds/status";

/** Someone with a bed, or with one kept for them, as the board shows it. Instants are ISO texts. */
export type BoardStay = {
  id: string;
  version: number;
  status: "RESERVED" | "ADMITTED";
  name: string;
  age: number | null;
  wardKind: WardKind;
  /** Since when they are in; while reserved, from when the bed is wanted. */
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
  /** Who lies in it, or else for whom it is kept next. */
  stay: BoardStay | null;
  /** For whom it is kept after that, the soonest first. */
  later: BoardStay[];
};

export type BoardWard = { id: string; name: string; kind: WardKind; beds: BoardBed[] };

/** Someone who waits for a bed. */
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
  /** When it was read. */
  asOf: string;
  /** Whether the reader may add and remove wards and beds. */
  canSetUp: boolean;
  /** Only a verified hospital agrees to anything new. */
  isListed: boolean;
  wards: BoardWard[];
  requests: BoardRequest[];
  /** How many ask in all; of very many only the first are in `requests`. */
  requestCount: number;
};

/** A bed together with its ward: what a list of beds needs to name one. */
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
