import { listOffers, listNextSlots } from "@/lib/domain/schedules/queries";
import { offeredSlots, type OfferedSlot } from "@/lib/domain/schedules/rules";
import { sql } from "@/lib/platform/db/sql";
import { AppError } from "@/lib/platform/errors/app-error";
import { readCursor, writeCursor } from "@/lib/platform/input/cursor";
import { listCards } from "./list-cards";
import { searchCandidates, positionOf, type Candidate } from "./internal/search-candidates";
import { orderOf, position, type CandidateFilter } from "./statements/order";
import { withFeeCurrency } from "./list-fee-currencies";
import { interpretFilter } from "./internal/interpret-filter";
import { widestWindowOf, windowOf } from "./rules";
import type { DoctorCard } from "./schema";

const SLOTS_PER_CARD = 3;
/** How many more batches a page reads when doctors have no available time on the requested days. */
const MAX_ROUNDS = 5;

export type DoctorPage = { items: DoctorCard[]; nextCursor: string | null };
type Found = Candidate & { slots?: OfferedSlot[] };

/**
 * Returns a page of listed doctors. It may be shorter than `limit` and still have a next one when few have times on the
 * requested days: reading on is the reader's choice. Throws `invalid` on `cursor` for another order's cursor, on
 * `currency` for a fee without a currency.
 */
export async function searchDoctors(
  asked: CandidateFilter,
  page: { limit: number; cursor?: string | undefined; now?: Date },
): Promise<DoctorPage> {
  const { now = new Date(), limit } = page;
  const { filter, query } = await interpretFilter(await withFeeCurrency(asked));
  const order = orderOf(filter);
  const after = readCursor(position, page.cursor);
  if (after && after.k !== order) throw wrongCursor();
  const { rows, last } =
    filter.availableFrom || filter.availableTo
      ? await findAvailable(filter, { query, after, limit, now })
      : await findAny(filter, { query, after, limit });
  const slots = await slotsOf(rows, now);
  const items = await listCards(rows.map((row) => ({ ...row, slots: row.slots ?? slots.get(row.id) ?? [] })));
  // The sort column may lag by moments; within a page the displayed times decide.
  if (order === "soonest") items.sort((a, b) => later(a) - later(b));
  return { items, nextCursor: last ? writeCursor(positionOf(order, last)) : null };
}

const later = (card: DoctorCard) => (card.nextAvailableAt ? Date.parse(card.nextAvailableAt) : Number.MAX_SAFE_INTEGER);

type Search = { query: string | null; after: ReturnType<typeof positionOf> | undefined; limit: number };

async function findAny(filter: CandidateFilter, search: Search): Promise<{ rows: Found[]; last: Candidate | null }> {
  const found = await searchCandidates(filter, { ...search, until: null, limit: search.limit + 1 });
  const rows = found.slice(0, search.limit);
  return { rows, last: found.length > search.limit ? (rows.at(-1) ?? null) : null };
}

/** Doctors who really have a time on the requested days; `last` is the last one checked when there are more. */
async function findAvailable(
  filter: CandidateFilter,
  search: Search & { now: Date },
): Promise<{ rows: Found[]; last: Candidate | null }> {
  const { now, limit } = search;
  const widest = widestWindowOf(filter, now);
  if (!widest) return { rows: [], last: null };
  const order = orderOf(filter);
  const rows: Found[] = [];
  let { after } = search;
  const batch = Math.max(limit, 20);
  for (let round = 1; ; round++) {
    const found = await searchCandidates(filter, { ...search, after, until: widest.to, limit: batch });
    const offers = await listOffers(
      sql,
      found.map((row) => row.id),
      { window: widest, now },
    );
    const offerOf = new Map(offers.map((offer) => [offer.doctorId, offer]));
    for (const row of found) {
      const offer = offerOf.get(row.id);
      const window = offer && windowOf(filter, offer.timeZone, now);
      const slots = window ? offeredSlots(offer, { ...window, now }, {}, SLOTS_PER_CARD) : [];
      if (slots.length === 0) continue;
      if (rows.length === limit) return { rows, last: rows.at(-1) ?? null };
      rows.push({ ...row, slots });
    }
    const last = found.at(-1);
    if (!last || found.length < batch) return { rows, last: null };
    if (round === MAX_ROUNDS) return { rows, last };
    after = positionOf(order, last);
  }
}

async function slotsOf(rows: Found[], now: Date): Promise<Map<string, OfferedSlot[]>> {
  const open = rows.filter((row) => !row.slots).map((row) => row.id);
  return open.length === 0 ? new Map() : listNextSlots(open, { now, count: SLOTS_PER_CARD });
}

function wrongCursor(): AppError {
  const message = "Isn't a cursor for this list. Start again without it";
  return new AppError("invalid", "The cursor doesn't belong to this list.", { fields: [{ path: "cursor", message }] });
}
