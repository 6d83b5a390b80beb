import { afterEach, describe, expect, it, vi } from "vitest";
import { isoWeekday, weekdaysFrom, weekStart } from "./reader-preferences";

afterEach(() => vi.unstubAllGlobals());

const FIRST_DAYS: [language: string | undefined, day: number][] = [
  ["en-GB", 1],
  ["de-DE", 1],
  ["en-US", 0],
  ["en", 0],
  ["ar-EG", 6],
  [undefined, 1],
  ["*", 1],
];

describe("the first day of the week", () => {
  it.each(FIRST_DAYS)("for %s is %d", (language, day) => expect(weekStart(language)).toBe(day));

  it.each(FIRST_DAYS)("for %s is %d in a browser that does not know it", (language, day) => {
    const Known = Intl.Locale;
    vi.stubGlobal("Intl", {
      ...Intl,
      Locale: class {
        constructor(readonly language: string) {
          new Known(language);
        }
        maximize = () => new Known(this.language).maximize();
      },
    });
    expect(weekStart(language)).toBe(day);
  });

  it("begins the week's days", () => {
    const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day }));
    expect(weekdaysFrom(0, days).map(({ day }) => day)).toEqual([7, 1, 2, 3, 4, 5, 6]);
    expect(weekdaysFrom(1, days).map(({ day }) => day)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect([isoWeekday(0), isoWeekday(6)]).toEqual([7, 6]);
  });
});
