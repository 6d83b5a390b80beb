import { describe, expect, it } from "vitest";
import { NO_PARTS } from "@/tests/support/notes";
import { isSameDraft, mergeDrafts, withParts, type Draft } from "./merge-note";

const draft = (note: Partial<Draft["note"]>, parts: Partial<Draft["parts"]> = {}): Draft => ({
  note: { reason: "", subjective: "", objective: "", assessment: "", plan: "", ...note },
  parts: { ...NO_PARTS, ...parts },
});
const pulse = (value: number) => ({ vitals: [{ kind: "PULSE" as const, value, unit: "per min" }] });

describe("merging two versions of a note", () => {
  it("keeps both when they changed different parts", () => {
    const merged = mergeDrafts([draft({})], draft({ plan: "Rest" }), draft({ subjective: "Tired" }, pulse(72)));
    expect(merged).toEqual({ draft: draft({ plan: "Rest", subjective: "Tired" }, pulse(72)), clashes: [] });
  });

  it("keeps what is typed here where both changed the same part, and names the part", () => {
    const base = draft({ plan: "Rest" }, pulse(60));
    const merged = mergeDrafts([base], draft({ plan: "Rest and walk" }, pulse(61)), draft({ plan: "Work" }, pulse(62)));
    expect(merged).toEqual({ draft: draft({ plan: "Rest and walk" }, pulse(61)), clashes: ["plan", "vitals"] });
  });

  it("finds no clash when both wrote the same", () => {
    expect(mergeDrafts([draft({})], draft({ plan: "Rest " }), draft({ plan: "Rest" })).clashes).toEqual([]);
  });

  it("recognises what was sent from here itself, though its answer never came", () => {
    const [base, sent, mine] = [draft({}), draft({ plan: "Rest " }), draft({ plan: "Rest and walk" })];
    expect(mergeDrafts([base, sent], mine, draft({ plan: "Rest" }))).toEqual({ draft: mine, clashes: [] });
  });

  it("takes over what was emptied elsewhere", () => {
    const merged = mergeDrafts([draft({ plan: "Rest" }, pulse(60))], draft({ plan: "Rest" }, pulse(60)), draft({}));
    expect(merged).toEqual({ draft: draft({}), clashes: [] });
  });
});

it("takes over only the parts it is told", () => {
  const [mine, theirs] = [draft({ plan: "Rest", subjective: "Tired" }, pulse(60)), draft({ plan: "Work" }, pulse(90))];
  expect(withParts(mine, theirs, ["plan", "vitals"])).toEqual(draft({ plan: "Work", subjective: "Tired" }, pulse(90)));
});

it("compares drafts without spaces at their texts' ends and the order of keys", () => {
  const [value] = pulse(72).vitals;
  const turned = { vitals: [{ unit: "per min", value: 72, kind: "PULSE" as const }] };
  expect(isSameDraft(draft({ plan: "Rest " }, { vitals: value ? [value] : [] }), draft({ plan: "Rest" }, turned))).toBe(
    true,
  );
  expect(isSameDraft(draft({ plan: "Rest" }), draft({ plan: "Resting" }))).toBe(false);
});
