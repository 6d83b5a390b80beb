import { describe, expect, it } from "vitest";
import { plainName } from "./plain-name";

describe("a name in a mail", () => {
  it.each([
    ["St. Mary's", "St. Mary's"],
    ["Dr. J.P. Müller-Lüdenscheidt", "Dr. J.P. Müller-Lüdenscheidt"],
    ["Συκεών, 3ο κτίριο", "Συκεών, 3ο κτίριο"],
  ])("stays as it is: %s", (name, shown) => expect(plainName(name)).toBe(shown));

  it.each([
    ["You won! Claim at https://evil.example/win", "You won! Claim at evil example win"],
    ["www.evil.example", "www evil example"],
    ["Jo\r\n\r\nBuy now", "Jo Buy now"],
    ["mail <me@evil.example>", "mail me evil example"],
  ])("can't become a link or a second line: %s", (name, shown) => expect(plainName(name)).toBe(shown));

  it("is too short for a message", () => expect(plainName("long ".repeat(60)).length).toBeLessThanOrEqual(80));
});
