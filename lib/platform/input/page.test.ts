import { describe, expect, it } from "vitest";
import { z } from "zod";
import { isWrongCursor, readCursor } from "./cursor";
import { BY_NAME, NEWEST_FIRST, OLDEST_FIRST, startPage, startSortedPage } from "./page";

const ID = "0197a3c2-0000-7000-8000-000000000001";
const OTHER = "0197a3c2-0000-7000-8000-000000000002";

describe("a page of results", () => {
  const position = z.strictObject({ n: z.number() });
  const rows = [1, 2, 3].map((n) => ({ n }));

  it("has a next cursor only when there is more", () => {
    const page = startPage({ limit: 2 }, position);
    expect([page.after, page.take]).toEqual([undefined, 3]);
    const first = page.pageBy(rows, ({ n }) => ({ n }));
    expect(first.items).toEqual([{ n: 1 }, { n: 2 }]);
    expect(readCursor(position, first.nextCursor ?? undefined)).toEqual({ n: 2 });
    expect(startPage({ limit: 2, cursor: first.nextCursor ?? undefined }, position).after).toEqual({ n: 2 });
    expect(startPage({ limit: 3 }, position).pageBy(rows, ({ n }) => ({ n })).nextCursor).toBeNull();
    expect(startPage({ limit: 3 }, position).pageBy([], ({ n }: { n: number }) => ({ n }))).toEqual({
      items: [],
      nextCursor: null,
    });
  });
});

describe("a page of a sorted list", () => {
  const row = (id: string, at: string) => ({ id, createdAt: new Date(at) });
  const rows = [row(OTHER, "2030-01-02T00:00:00Z"), row(ID, "2030-01-01T00:00:00Z")];

  it("begins after the last row shown, in the list's direction", () => {
    const first = startSortedPage({ limit: 1 }, NEWEST_FIRST);
    expect([first.beyond, first.orderBy, first.take]).toEqual([{}, [{ createdAt: "desc" }, { id: "desc" }], 2]);
    const cursor = first.pageOf(rows).nextCursor ?? undefined;
    const at = "2030-01-02T00:00:00.000Z";
    expect(startSortedPage({ limit: 1, cursor }, NEWEST_FIRST).beyond).toEqual({
      createdAt: { lte: at },
      OR: [{ createdAt: { lt: at } }, { id: { lt: OTHER } }],
    });
    expect(startSortedPage({ limit: 1, cursor }, OLDEST_FIRST).beyond).toEqual({
      createdAt: { gte: at },
      OR: [{ createdAt: { gt: at } }, { id: { gt: OTHER } }],
    });
  });

  it("can be sorted by something else, or by what a row is about", () => {
    const page = startSortedPage({ limit: 1 }, BY_NAME);
    const cursor = page.pageBy(rows, ({ id }) => ({ id, name: "Ada" })).nextCursor ?? undefined;
    expect(startSortedPage({ limit: 1, cursor }, BY_NAME).after).toEqual({ value: "Ada", id: OTHER });
  });

  it("refuses another list's cursor", () => {
    const cursor = startSortedPage({ limit: 1 }, NEWEST_FIRST).pageOf(rows).nextCursor ?? undefined;
    const refused = () => startSortedPage({ limit: 1, cursor }, BY_NAME);
    expect(refused).toThrow(expect.toSatisfy(isWrongCursor));
  });
});
