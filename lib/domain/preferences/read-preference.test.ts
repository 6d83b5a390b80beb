import { describe, expect, it } from "vitest";
import { readPreference } from "./read-preference";

const read = (choices: unknown) =>
  readPreference({ timeZone: "UTC", choices, quietFrom: null, quietUntil: null }).choices;

describe("stored choices", () => {
  it("count as far as they are known, beside a topic or channel of another version", () => {
    expect(
      read({
        MESSAGES: { EMAIL: false, PIGEON: false },
        NEWSLETTER: { EMAIL: true },
        WORK: { PUSH: false },
        RECORDS: { EMAIL: "off", SMS: true },
      }),
    ).toEqual({ MESSAGES: { EMAIL: false }, WORK: { PUSH: false }, RECORDS: { SMS: true } });
  });

  it("are none where nothing was chosen, or nothing can be read", () => {
    expect([null, undefined, {}, [], "off", { WORK: null }].map(read)).toEqual([{}, {}, {}, {}, {}, {}]);
  });
});
