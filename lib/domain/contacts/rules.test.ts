import { describe, expect, it } from "vitest";
import { isReached, reachOf } from "./rules";

describe("how a person is reached", () => {
  it("is a notification when an account reads it, with an email when mail is configured", () => {
    const facts = { hasAccount: true, phone: "+49 30 1234567" };
    expect(reachOf({ ...facts, isMailSent: false })).toEqual({ by: "NOTIFICATION", phone: null });
    expect(reachOf({ ...facts, isMailSent: true })).toEqual({ by: "EMAIL", phone: null });
  });

  it("is by phone without an account, and unknown without a number", () => {
    expect(reachOf({ hasAccount: false, isMailSent: true, phone: "+49 30 1234567" })).toEqual({
      by: "PHONE",
      phone: "+49 30 1234567",
    });
    expect(reachOf({ hasAccount: false, isMailSent: true, phone: null })).toEqual({ by: "NONE", phone: null });
  });

  it("counts as notified only for what is delivered automatically", () => {
    const said = (by: "EMAIL" | "NOTIFICATION" | "PHONE" | "NONE") => isReached({ by, phone: null });
    expect([said("EMAIL"), said("NOTIFICATION"), said("PHONE"), said("NONE")]).toEqual([true, true, false, false]);
  });
});
