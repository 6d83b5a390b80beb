import type { Actor } from "@/lib/actor/actor";
import { db, type Prisma, type Tx } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { groupBy } from "@/lib/platform/collections/group-by";
import { ageOn } from "@/lib/domain/patients/rules";
import { noBeds, toBedOutput, toOutput, toWardOutput } from "./output";
import { bedsOfHospital } from "./statements/beds";
import { transactionTime } from "./statements/wards";
import { canRunBeds, canSetUpBeds } from "./policy";
import { bedBookingSelect, listWithTexts, wardSelect, type Texts, type BedRow } from "./queries";
import type { BedBookingOutput, BedCounts, BedOutput, WardOutput } from "./schema";
import type { BedCondition } from "./status";

/** More open requests are on the list's next pages. */
const FIRST_REQUESTS = 100;

/** A stay on the board. */
export type LoadedStay = BedBookingOutput & { patient: { name: string; phone: string | null; age: number | null } };
/** A bed with its patient, and its reservations, soonest first. */
export type LoadedBed = BedOutput & { occupant: LoadedStay | null; reservations: LoadedStay[] };
export type LoadedWard = WardOutput & { department: string | null; items: LoadedBed[] };

export type LoadedBoard = {
  hospitalId: string;
  timeZone: string;
  /** The moment all of it was true. */
  asOf: string;
  /** Whether the reader may add, change and remove wards and beds; all staff may run them. */
  canSetUp: boolean;
  /** Whether the hospital accepts requests: only a verified one is listed. */
  isListed: boolean;
  counts: BedCounts;
  wards: LoadedWard[];
  /** Open requests, the soonest first. */
  requests: { items: LoadedStay[]; count: number };
};

/**
 * Loads all beds of a hospital with their patients and reservations, read at one moment; what was written about a stay never
 * changes and is read after it. For its own staff: `not-found`
 * for everyone else. A bed's condition comes from the view "BedNow", which ignores expired reservations.
 */
export async function loadBoard(actor: Actor, hospitalId: string): Promise<LoadedBoard> {
  if (!canRunBeds(actor, hospitalId)) throw notFound();
  const read = await db.$transaction((tx) => readBoard(tx, hospitalId), { isolationLevel: "RepeatableRead" });
  const { hospital, now, wards, beds, count } = read;
  const texted = await listWithTexts(actor, [...read.stays, ...read.requests]);
  const stays = groupBy(texted.slice(0, read.stays.length), ({ bedId }) => bedId ?? "");
  const requests = texted.slice(read.stays.length);
  const items = groupBy(beds.map((bed) => toBoardBed(bed, stays)).sort(byLabel), ({ wardId }) => wardId);
  return {
    hospitalId,
    timeZone: hospital.timeZone,
    asOf: now.toISOString(),
    canSetUp: canSetUpBeds(actor, hospitalId),
    isListed: hospital.verification === "VERIFIED",
    counts: countsOf(beds),
    wards: wards.map((ward) => {
      const own = items.get(ward.id) ?? [];
      return { ...toWardOutput(ward, countsOf(own)), department: ward.department?.name ?? null, items: own };
    }),
    requests: { items: requests.map(toBoardStay), count },
  };
}

const boardStaySelect = {
  ...bedBookingSelect,
  patient: { select: { name: true, phone: true, bornOn: true } },
} satisfies Prisma.BedBookingSelect;
type BoardStayRow = Prisma.BedBookingGetPayload<{ select: typeof boardStaySelect }> & Texts;

async function readBoard(tx: Tx, hospitalId: string) {
  const hospital = await tx.hospital.findUnique({
    where: { id: hospitalId },
    select: { timeZone: true, verification: true },
  });
  if (!hospital) throw notFound();
  const [{ now } = { now: new Date() }] = await transactionTime(tx);
  const wards = await tx.ward.findMany({
    where: { hospitalId, removedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { ...wardSelect, department: { select: { name: true } } },
  });
  const beds = await bedsOfHospital(tx, hospitalId);
  const stays = await tx.bedBooking.findMany({
    where: {
      hospitalId,
      bedId: { not: null },
      OR: [{ status: "ADMITTED" }, { status: "RESERVED", reservedUntil: { gt: now } }],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: boardStaySelect,
  });
  const asked = { hospitalId, status: "REQUESTED" as const };
  const requests = await tx.bedBooking.findMany({
    where: asked,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: FIRST_REQUESTS,
    select: boardStaySelect,
  });
  const count = requests.length < FIRST_REQUESTS ? requests.length : await tx.bedBooking.count({ where: asked });
  return { hospital, now, wards, beds, stays, requests, count };
}

function toBoardBed(bed: BedRow, stays: Map<string, BoardStayRow[]>): LoadedBed {
  const own = (stays.get(bed.id) ?? []).map(toBoardStay);
  const occupant = own.find(({ status }) => status === "ADMITTED") ?? null;
  return { ...toBedOutput(bed), occupant, reservations: own.filter(({ status }) => status === "RESERVED") };
}

function toBoardStay({ patient, ...row }: BoardStayRow): LoadedStay {
  const { name, phone, bornOn } = patient;
  return { ...toOutput(row), patient: { name, phone, age: bornOn && ageOn(bornOn, row.startsAt) } };
}

const COUNTED: Record<BedCondition, keyof BedCounts> = {
  FREE: "free",
  RESERVED: "reserved",
  OCCUPIED: "occupied",
  CLEANING: "cleaning",
  OUT_OF_SERVICE: "outOfService",
  CLOSED: "closed",
};

function countsOf(beds: { condition: BedCondition }[]): BedCounts {
  const counts = { ...noBeds, total: beds.length };
  for (const { condition } of beds) counts[COUNTED[condition]] += 1;
  return counts;
}

const labels = new Intl.Collator("en", { numeric: true });
/** 2 before 10, as people count beds. */
const byLabel = (a: BedOutput, b: BedOutput) => labels.compare(a.label, b.label) || (a.id < b.id ? -1 : 1);
