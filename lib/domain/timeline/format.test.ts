import { expect, it } from "vitest";
import { entryDetail, entryText } from "./format";
import { TIMELINE_TYPES, type TimelineType } from "./status";

const of = (type: TimelineType) => ({
  type,
  title: "Penicillin",
  count: 2,
  doctorName: "Dr Mira Sonnwald",
  placeName: "Lindenhof",
});

it("every kind of entry has a sentence of its own", () => {
  const texts = TIMELINE_TYPES.map((type) => entryText(of(type)));
  expect(new Set(texts).size).toBe(TIMELINE_TYPES.length);
  expect(texts.join()).not.toContain("null");
});

it("an entry says what is beside it", () => {
  expect(entryDetail(of("VISIT"))).toBe("Penicillin · Lindenhof");
  expect(entryDetail({ ...of("VISIT"), title: null, placeName: null })).toBe("");
  expect(entryDetail({ ...of("PRESCRIBED"), count: 1 })).toBe("1 medicine");
  expect(entryDetail(of("MEASURED"))).toBe("Taken by Dr Mira Sonnwald");
  expect(entryDetail(of("STAY"))).toBe("");
});
