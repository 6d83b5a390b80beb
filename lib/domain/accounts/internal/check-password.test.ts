import { describe, expect, it } from "vitest";
import { passwordError } from "./check-password";

const owner = { name: "Asha Rai Brightwater", email: "asha.rai.b@example.org" };

describe("a password", () => {
  it.each([
    "four plain invented words",
    "नमस्ते नमस्ते एक दो",
    "x7#Kq!92mZ",
    "demo-care-sync",
    "brightwater runs over nine fences",
    "stairway to heaven, and seven goats",
  ])("accepts %s", async (password) => expect(await passwordError(password, owner)).toBeUndefined());

  it.each([
    ...[
      "Summer2026!",
      "password123!",
      "1q2w3e4r5t6y",
      "1234567890",
      "QwertyUiop",
      "Qwertz12345!",
      "Hospital2026",
      "hunter2hunter2",
    ],
    ...[
      "aaaaaaaaaaaaaaa",
      "abcabcabcabcab",
      "aaaaabcdefghij",
      "p4ssw0rdp4ssw0rdp4ssw0rd",
      "x".repeat(150) + "yz".repeat(20),
    ],
    ...["correcthorsebatterystaple", "Correct horse, battery staple!", "ToBeOrNotToBe1", "May the Force be with you"],
  ])("rejects %s as too easy to guess", async (password) =>
    expect(await passwordError(password, owner)).toMatch(/three or four words/),
  );

  it.each([
    "asha.rai.b@example.org",
    "Asha.Rai.B",
    "asha rai brightwater",
    "AshaRaiBrightwater",
    "Brightwater-1985",
    "Bríghtwater12!",
    "caresync123",
    "CareSync-26!",
  ])("rejects %s, which contains its owner's or the site's name", async (password) =>
    expect(await passwordError(password, owner)).toMatch(/your name, your email address/),
  );

  it.each(["123456789", "😀😀😀😀😀😀😀😀😀", "long enough \ud800 but half", "x".repeat(150) + "yz".repeat(30)])(
    "rejects %s because of its length",
    async (password) => expect(await passwordError(password, owner)).toMatch(/characters/),
  );

  it("is measured in characters, not in bytes", async () => {
    expect(await passwordError("ई😀éß漢字ñøåœ", {})).toBeUndefined();
  });

  // The test's own time limit is the bound: trying every spelling of every part would take hours.
  it("is checked in bounded time, however long it is", async () => {
    expect(await passwordError("p4ssw0rd1l".repeat(20), owner)).toBeDefined();
  });
});
