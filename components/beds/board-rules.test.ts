import { describe, expect, it } from "vitest";
import { bedsTitle, boardNews, cleaningProgress, countBeds, filterWards, freeWards } from "./board-rules";
import type { Board, BoardBed, BoardStay, BoardWard } from "./board-view";

const AT = "2026-11-03T09:00:00Z";

function bed(id: string, change: Partial<BoardBed> = {}): BoardBed {
  return {
    id,
    version: 1,
    label: id,
    wardId: "w",
    condition: "FREE",
    state: "READY",
    reason: null,
    stateChangedAt: AT,
    cleaningDueAt: null,
    stay: null,
    later: [],
    ...change,
  };
}

function stay(id: string, name: string): BoardStay {
  return {
    id,
    version: 1,
    status: "ADMITTED",
    name,
    age: 40,
    wardKind: "GENERAL",
    from: AT,
    to: null,
    reservedUntil: null,
    reason: null,
  };
}

const ward = (id: string, kind: BoardWard["kind"], beds: BoardBed[]): BoardWard => ({
  id,
  name: `Ward ${id}`,
  kind,
  beds,
});

function board(...wards: BoardWard[]): Board {
  return {
    hospitalId: "h",
    closures: [],
    asOf: AT,
    canSetUp: true,
    isListed: true,
    wards,
    requests: [],
    requestCount: 0,
  };
}

describe("the bed board's title", () => {
  it.each([
    [[], "No beds yet"],
    [["OCCUPIED"], "No beds free"],
    [["FREE"], "1 bed free"],
    [["FREE", "FREE", "FREE", "CLEANING", "CLEANING", "OUT_OF_SERVICE"], "3 beds free, 2 being cleaned"],
    [["CLEANING", "RESERVED"], "No beds free, 1 being cleaned"],
  ] as const)("for %j says %s", (conditions, title) => {
    expect(bedsTitle(countBeds(conditions.map((condition) => ({ condition }))))).toBe(title);
  });
});

describe("the beds offered", () => {
  const all = board(
    ward("a", "GENERAL", [bed("a1"), bed("a2", { condition: "OCCUPIED" })]),
    ward("b", "ICU", [bed("b1", { condition: "CLEANING" })]),
    ward("c", "HDU", [bed("c1")]),
    ward("d", "ICU", [bed("d1")]),
  );

  it("are free, the requested kind first and then the closest match", () => {
    expect(freeWards(all, "ICU").map(({ id, beds }) => [id, beds.map((one) => one.id)])).toEqual([
      ["d", ["d1"]],
      ["c", ["c1"]],
      ["a", ["a1"]],
    ]);
  });

  it("include beds being cleaned only for reservations, and never occupied or reserved ones", () => {
    const beds = [
      bed("b1", { condition: "CLEANING" }),
      bed("b2", { condition: "CLEANING", stay: stay("s", "Asha") }),
      bed("b3", { condition: "OUT_OF_SERVICE" }),
    ];
    const offered = (isKept: boolean) =>
      freeWards(board(ward("b", "ICU", beds)), "ICU", isKept).flatMap((one) => one.beds.map(({ id }) => id));
    expect([offered(false), offered(true)]).toEqual([[], ["b1"]]);
  });

  it("keep the order of the wards within a kind", () => {
    expect(
      freeWards(board(ward("x", "ICU", [bed("x1")]), ward("y", "ICU", [bed("y1")])), "ICU").map(({ id }) => id),
    ).toEqual(["x", "y"]);
  });
});

describe("the bed board's filters", () => {
  const wards = [
    ward("a", "GENERAL", [bed("a1"), bed("a2", { condition: "OCCUPIED" })]),
    ward("b", "ICU", []),
    ward("c", "ICU", [bed("c1")]),
  ];

  it("hide wards of another kind, and empty wards only when filtering by condition", () => {
    expect(filterWards(wards, { ward: null, kind: "ICU", condition: null }).map(({ id }) => id)).toEqual(["b", "c"]);
    expect(
      filterWards(wards, { ward: null, kind: null, condition: "OCCUPIED" }).map(({ beds }) => beds.map(({ id }) => id)),
    ).toEqual([["a2"]]);
    expect(filterWards(wards, { ward: "c", kind: null, condition: null }).map(({ id }) => id)).toEqual(["c"]);
  });
});

describe("the cleaning timer", () => {
  const minutesOn = (minutes: number) => Date.parse(AT) + minutes * 60_000;
  const due = new Date(minutesOn(40)).toISOString();

  it("shows progress and time left, or how long it is overdue", () => {
    expect(cleaningProgress(AT, due, minutesOn(10))).toEqual({ share: 0.25, minutesLeft: 30 });
    expect(cleaningProgress(AT, due, minutesOn(49.5))).toEqual({ share: 1, minutesLeft: -10 });
  });

  it("is done at once when no time is set", () => {
    expect(cleaningProgress(AT, AT, minutesOn(0))).toEqual({ share: 1, minutesLeft: 0 });
  });
});

describe("announcements of other people's changes", () => {
  it("say who was admitted where and who is waiting, and nothing that didn't change", () => {
    const before = board(ward("a", "GENERAL", [bed("a1"), bed("a2")]));
    const after = {
      ...board(
        ward("a", "GENERAL", [bed("a1", { condition: "OCCUPIED", stay: stay("s", "Asha Abelard") }), bed("a2")]),
      ),
    };
    const asked = {
      id: "r",
      version: 1,
      name: "Corin Hartsmere",
      age: null,
      wardKind: "ICU" as const,
      from: AT,
      to: null,
      reason: null,
      createdAt: AT,
    };
    expect(boardNews(before, { ...after, requests: [asked] })).toEqual([
      "Asha Abelard is in a1 in Ward a.",
      "Corin Hartsmere has requested a bed.",
    ]);
    expect(boardNews(before, before)).toEqual([]);
  });

  it("stay short when very much changes at once", () => {
    const ids = ["1", "2", "3", "4", "5"];
    const before = board(
      ward(
        "a",
        "GENERAL",
        ids.map((id) => bed(id)),
      ),
    );
    const after = board(
      ward(
        "a",
        "GENERAL",
        ids.map((id) => bed(id, { condition: "CLEANING" })),
      ),
    );
    expect(boardNews(before, after)).toHaveLength(4);
    expect(boardNews(before, after).at(-1)).toBe("2 more beds have changed.");
  });
});
