import { z } from "zod";
import { published } from "@/lib/platform/db/published";
import type { RowOf } from "@/lib/platform/db/statement";
import { uuid } from "@/lib/platform/input/text";
import { AppError } from "@/lib/platform/errors/app-error";
import { startPage } from "@/lib/platform/input/page";
import { publicSelect } from "./internal/public-select";
import { hospitalsInOrder } from "./statements";
import { publiclyListed } from "./policy";
import type { HospitalCard, HospitalFilter } from "./schema";

const position = z.strictObject({ n: z.string().max(300), d: z.number().nullable(), i: uuid });
type Found = RowOf<typeof hospitalsInOrder>;

/** Returns a page of listed hospitals: by name, or nearest first around a point. Throws `invalid` on `cursor`. */
export async function searchHospitals(
  filter: HospitalFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: HospitalCard[]; nextCursor: string | null }> {
  const { after, take, pageBy } = startPage(page, position);
  if (after && (after.d === null) !== (filter.near === undefined)) throw wrongCursor();
  const rows = await hospitalsInOrder(published, filter, after && { name: after.n, reach: after.d, id: after.i }, take);
  const { items, nextCursor } = pageBy(rows, (row) => ({ n: row.name, d: row.reach, i: row.id }));
  return { items: await loadCards(items), nextCursor };
}

async function loadCards(found: Found[]): Promise<HospitalCard[]> {
  if (found.length === 0) return [];
  const rows = await published.hospital.findMany({
    where: { id: { in: found.map((one) => one.id) }, ...publiclyListed },
    select: {
      ...publicSelect,
      departments: { select: { name: true }, orderBy: { name: "asc" } },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id, metres }) => {
    const row = byId.get(id);
    if (!row) return [];
    const { _count, departments, ...rest } = row;
    const distanceKm = metres === null ? null : Math.round(metres / 100) / 10;
    return [
      { ...rest, departments: departments.map(({ name }) => name), doctorCount: _count.affiliations, distanceKm },
    ];
  });
}

function wrongCursor(): AppError {
  const message = "Isn't a cursor for this list. Start again without it";
  return new AppError("invalid", "The cursor doesn't belong to this list.", { fields: [{ path: "cursor", message }] });
}
