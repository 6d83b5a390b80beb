import { describe, expect, it } from "vitest";
import { eraOf, openPosition, sealPosition } from "./position";

const AT = 1_795_000_000.123;
const moment = (snapshot: string, era = "1795000000.5") => ({ snapshot, era, at: AT });
const seen = (snapshot: string, txid: bigint) => {
  const { xmax, unfinished } = openPosition(sealPosition(moment(snapshot)))!;
  return txid < xmax && !unfinished.includes(txid);
};

describe("a page's position", () => {
  it("tells which transactions it has seen", () => {
    expect([9n, 10n, 11n, 12n, 13n, 20n].map((txid) => seen("10:20:10,12", txid))).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
    expect([19n, 20n].map((txid) => seen("20:20:", txid))).toEqual([true, false]);
    const late = 1n << 40n;
    expect(seen(`${late}:${late + 5n}:${late},${late + 3n}`, late + 3n)).toBe(false);
    expect(seen(`${late}:${late + 5n}:${late},${late + 3n}`, late + 4n)).toBe(true);
  });

  it("counts as not seen what it has no room for", () => {
    const unfinished = Array.from({ length: 40 }, (_, nth) => 100 + 2 * nth);
    const snapshot = `100:200:${unfinished.join(",")}`;
    for (const txid of unfinished) expect(seen(snapshot, BigInt(txid))).toBe(false);
    expect([seen(snapshot, 99n), seen(snapshot, 101n), seen(snapshot, 199n)]).toEqual([true, true, false]);
  });

  it("always has the same length, and never the same text", () => {
    const busy = `100:4000000000:${Array.from({ length: 30 }, (_, nth) => 100 + nth).join(",")}`;
    const sealed = ["5:5:", "5:5:", busy].map((snapshot) => sealPosition(moment(snapshot)));
    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
    expect(new Set(sealed).size).toBe(3);
    expect(sealed[0]).toMatch(/^[\w-]+$/);
  });

  it("keeps its time and its server's era, and is nothing when it was changed", () => {
    const sealed = sealPosition(moment("5:5:"));
    expect(openPosition(sealed)).toMatchObject({ at: AT, era: eraOf({ era: "1795000000.5" }) });
    expect(eraOf({ era: "1795000000.6" })).not.toBe(eraOf({ era: "1795000000.5" }));
    const other = sealed.at(-5) === "A" ? "B" : "A";
    for (const text of ["", "unknown", sealed.slice(1), `${sealed.slice(0, -5)}${other}${sealed.slice(-4)}`])
      expect(openPosition(text)).toBeNull();
  });
});
