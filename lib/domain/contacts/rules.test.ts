import { describe, expect, it } from "vitest";
import { isReached, reachOf } from "./rules";

describe("how a person is reached", () => {
  it("is by a notification wherever an account reads it, with an email where mail is sent", () => {
    const facts = { hasAccount: true, phone: "+49 30 1234567" };
    expect(reachOf({ ...facts, isMailSent: false })).toEqual({ by: "NOTIFICATION", phone: null });
    expect(reachOf({ ...facts, isMailSent: true })).toEqual({ by: "EMAIL", phone: null });
  });

  it("is by phone without an account, mail or none, and not at all without a number", () => {
    expect(reachOf({ hasAccount: false, isMailSent: true, phone: "+49 30 1234567" })).toEqual({
      by: "PHONE",
      phone: "+49 30 1234567",
    });
    expect(reachOf({ hasAccount: false, isMailSent: true, phone: null })).toEqual({ by: "NONE", phone: null });
  });

  it("counts as told only by what is on its way by itself", () => {
    const said = (by: "EMAIL" | "NOTIFICATION" | "PHONE" | "NONE") => isReached({ by, phone: null });
    expect([said("EMAIL"), said("NOTIFICATION"), said("PHONE"), said("NONE")]).toEqual([true, true, false, false]);
  });
});
