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

describe("an ambulance request draft", () => {
  beforeEach(() => sessionStorage.clear());

  it("survives a reload and is cleared once sent", () => {
    writeDraft(sessionStorage, DRAFT);
    expect(readDraft(sessionStorage)).toEqual(DRAFT);
    clearDraft(sessionStorage);
    expect(readDraft(sessionStorage)).toBeNull();
  });

  it("is not kept when the browser stores nothing", () => {
    expect(() => writeDraft(refusing, DRAFT)).not.toThrow();
    expect(() => clearDraft(refusing)).not.toThrow();
    expect(readDraft(refusing)).toBeNull();
  });

  it.each(["", "nonsense", "3", "{}", '{"fields":null}'])("is ignored when something else was stored: %s", (kept) => {
    sessionStorage.setItem("caresync.call", kept);
    expect(readDraft(sessionStorage)).toBeNull();
  });

  it("is sent after a reload, but not an hour later", () => {
    expect(isResumable(DRAFT, 1_000 + 60_000)).toBe(true);
    expect(isResumable(DRAFT, 1_000 + 3_600_000)).toBe(false);
    expect(isResumable({ ...DRAFT, sendingSince: null }, 1_000)).toBe(false);
  });

  it("is read from the form without the fields React adds", () => {
    document.body.innerHTML = `<form><input name="name" value="Asha"><input type="hidden" name="$ACTION_KEY" value="x">
      <select name="kind"><option>BASIC</option><option selected>ICU</option></select></form>`;
    const form = document.querySelector("form");
    expect(form && fieldsOf(form)).toEqual({ name: "Asha", kind: "ICU" });
  });

  it("gives way to what was typed before hydration, and keeps its own token", () => {
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
