import { beforeEach, describe, expect, it } from "vitest";
import { clearDraft, fieldsOf, isResumable, mergeFields, readDraft, writeDraft, type CallDraft } from "./call-draft";

const DRAFT: CallDraft = { fields: { name: "Asha", phone: "112233" }, accuracyMetres: 20, sendingSince: 1_000 };
const refusing = {
  getItem: () => {
    throw new Error("refused");
  },
  setItem: () => {
    throw new Error("refused");
  },
  removeItem: () => {
    throw new Error("refused");
  },
};

describe("what was typed for an ambulance", () => {
  beforeEach(() => sessionStorage.clear());

  it("outlives the page and is gone once it was sent", () => {
    writeDraft(sessionStorage, DRAFT);
    expect(readDraft(sessionStorage)).toEqual(DRAFT);
    clearDraft(sessionStorage);
    expect(readDraft(sessionStorage)).toBeNull();
  });

  it("is simply not kept where the browser keeps nothing", () => {
    expect(() => writeDraft(refusing, DRAFT)).not.toThrow();
    expect(() => clearDraft(refusing)).not.toThrow();
    expect(readDraft(refusing)).toBeNull();
  });

  it.each(["", "nonsense", "3", "{}", '{"fields":null}'])("is nothing where something else was kept: %s", (kept) => {
    sessionStorage.setItem("caresync.call", kept);
    expect(readDraft(sessionStorage)).toBeNull();
  });

  it("is sent on after a reload, and not after an hour", () => {
    expect(isResumable(DRAFT, 1_000 + 60_000)).toBe(true);
    expect(isResumable(DRAFT, 1_000 + 3_600_000)).toBe(false);
    expect(isResumable({ ...DRAFT, sendingSince: null }, 1_000)).toBe(false);
  });

  it("is read from the form without what React adds", () => {
    document.body.innerHTML = `<form><input name="name" value="Asha"><input type="hidden" name="$ACTION_KEY" value="x">
      <select name="kind"><option>BASIC</option><option selected>ICU</option></select></form>`;
    const form = document.querySelector("form");
    expect(form && fieldsOf(form)).toEqual({ name: "Asha", kind: "ICU" });
  });

  it("gives way to what was typed before the page was ready, and keeps its own token", () => {
    const typed = { name: "Bela", phone: "", kind: "BASIC", trackingToken: "new" };
    expect(
      mergeFields({ name: "Asha", phone: "1", kind: "ICU", trackingToken: "old" }, typed, {
        kind: "BASIC",
        trackingToken: "new",
      }),
    ).toEqual({
      name: "Bela",
      phone: "1",
      kind: "ICU",
      trackingToken: "old",
    });
  });
});
