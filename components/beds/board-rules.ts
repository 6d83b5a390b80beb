import type { BedCondition, WardKind } from "@/lib/domain/beds/status";
import { BED_CONDITIONS } from "@/lib/domain/beds/status";
import { counted } from "@/lib/platform/text/counted";
import { allBeds, type Board, type BoardBed, type BoardWard, type PlacedBed } from "./board-view";

export type ConditionCounts = Record<BedCondition, number>;

export function countBeds(beds: readonly { condition: BedCondition }[]): ConditionCounts {
  const counts = Object.fromEntries(BED_CONDITIONS.map((condition) => [condition, 0])) as ConditionCounts;
  for (const { condition } of beds) counts[condition] += 1;
  return counts;
}

/** The board's title: "3 beds free, 2 being cleaned". */
export function bedsTitle(counts: ConditionCounts): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total === 0) return "No beds yet";
  const free = counts.FREE === 0 ? "No beds free" : `${counted(counts.FREE, "bed")} free`;
  return counts.CLEANING === 0 ? free : `${free}, ${counts.CLEANING} being cleaned`;
}

export type BoardFilter = { ward: string | null; kind: WardKind | null; condition: BedCondition | null };

/** Returns the wards with their matching beds; wards without any are left out. */
export function filterWards(wards: readonly BoardWard[], { ward: wardId, kind, condition }: BoardFilter): BoardWard[] {
  return wards.flatMap((ward) => {
    if (wardId && ward.id !== wardId) return [];
    if (kind && ward.kind !== kind) return [];
    if (!condition) return [ward];
    const beds = ward.beds.filter((bed) => bed.condition === condition);
    return beds.length > 0 ? [{ ...ward, beds }] : [];
  });
}

/**
 * For each kind of ward the others, the closest in care first. Only the order in which beds are offered: the staff
 * decide.
 */
const NEAREST: Record<WardKind, readonly WardKind[]> = {
  GENERAL: ["HDU", "ISOLATION", "EMERGENCY", "MATERNITY", "PAEDIATRIC", "ICU"],
  ICU: ["HDU", "EMERGENCY", "ISOLATION", "GENERAL", "PAEDIATRIC", "MATERNITY"],
  HDU: ["ICU", "EMERGENCY", "GENERAL", "ISOLATION", "PAEDIATRIC", "MATERNITY"],
  MATERNITY: ["GENERAL", "HDU", "PAEDIATRIC", "EMERGENCY", "ISOLATION", "ICU"],
  PAEDIATRIC: ["HDU", "GENERAL", "ISOLATION", "ICU", "EMERGENCY", "MATERNITY"],
  ISOLATION: ["ICU", "HDU", "GENERAL", "EMERGENCY", "PAEDIATRIC", "MATERNITY"],
  EMERGENCY: ["HDU", "ICU", "GENERAL", "ISOLATION", "PAEDIATRIC", "MATERNITY"],
};

/** Tells whether a bed can be assigned: it is free or, for a reservation, being cleaned and reserved by no one. */
export function isAvailable({ condition, stay, later }: BoardBed, isKept: boolean): boolean {
  return condition === "FREE" || (isKept && condition === "CLEANING" && stay === null && later.length === 0);
}

/** Returns the wards with available beds, and those beds: the requested kind first, then the closest. */
export function freeWards(board: Board, wanted: WardKind, isKept = false): BoardWard[] {
  const order = [wanted, ...NEAREST[wanted]];
  return board.wards
    .map((ward) => ({ ...ward, beds: ward.beds.filter((bed) => isAvailable(bed, isKept)) }))
    .filter(({ beds }) => beds.length > 0)
    .map((ward, at) => ({ ward, at }))
    .sort((a, b) => order.indexOf(a.ward.kind) - order.indexOf(b.ward.kind) || a.at - b.at)
    .map(({ ward }) => ward);
}

/** Returns as many of the first wards as show that many beds; whole wards, and at least one. */
export function firstWards(wards: readonly BoardWard[], beds: number): BoardWard[] {
  let before = 0;
  const end = wards.findIndex((ward) => (before += ward.beds.length) >= beds);
  return end < 0 ? [...wards] : wards.slice(0, end + 1);
}

/** A cleaning's progress: 0 to 1 of the planned time, and the minutes left (negative: overdue). */
export function cleaningProgress(
  sinceIso: string,
  dueIso: string,
  nowMs: number,
): { share: number; minutesLeft: number } {
  const [since, due] = [Date.parse(sinceIso), Date.parse(dueIso)];
  const share = due <= since ? 1 : Math.min(1, Math.max(0, (nowMs - since) / (due - since)));
  const left = (due - nowMs) / 60_000;
  return { share, minutesLeft: left >= 0 ? Math.ceil(left) : Math.floor(left) };
}

const MAX_ANNOUNCED = 3;

/** Returns announcements of other people's changes; nothing for what is unchanged. */
export function boardNews(before: Board, after: Board): string[] {
  const news: string[] = [];
  const was = new Map(allBeds(before).map((placed) => [placed.bed.id, placed.bed]));
  for (const placed of allBeds(after)) {
    const old = was.get(placed.bed.id);
    if (!old || (old.condition === placed.bed.condition && old.stay?.id === placed.bed.stay?.id)) continue;
    news.push(sentenceOf(placed));
  }
  const asked = new Set(before.requests.map(({ id }) => id));
  for (const { id, name } of after.requests) if (!asked.has(id)) news.push(`${name} has requested a bed.`);
  return news.length > MAX_ANNOUNCED
    ? [...news.slice(0, MAX_ANNOUNCED), `${news.length - MAX_ANNOUNCED} more beds have changed.`]
    : news;
}

function sentenceOf({ bed, ward }: PlacedBed): string {
  const where = `${bed.label} in ${ward.name}`;
  switch (bed.condition) {
    case "FREE":
      return `${where} is free.`;
    case "RESERVED":
      return `${where} is reserved for ${bed.stay?.name ?? "someone"}.`;
    case "OCCUPIED":
      return `${bed.stay?.name ?? "Someone"} is in ${where}.`;
    case "CLEANING":
      return `${where} is being cleaned.`;
    case "OUT_OF_SERVICE":
      return `${where} is out of service.`;
    case "CLOSED":
      return `${where} is closed.`;
  }
}
