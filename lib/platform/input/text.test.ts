import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  emailAddress,
  instant,
  isUuid,
  localDate,
  longText,
  nameText,
  optionalText,
  phoneNumber,
  shortText,
  timeZone,
  uuid,
} from "./text";

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe("text input", () => {
  it("is trimmed and normalised, whatever keyboard it came from", () => {
    expect(shortText(20).parse("  Ame\u0301lie ")).toBe("Amélie");
  });

  it("is measured after trimming", () => {
    expect(shortText(3).parse("abc   ")).toBe("abc");
    expect(accepts(shortText(3), "abcd")).toBe(false);
    expect(accepts(shortText(3), "   ")).toBe(false);
    expect(optionalText(3).parse("  ")).toBe("");
  });

  it.each(["a\u0000b", "a\u0007b", "a\nb", "a\u2028b", "a\u202eb", "a\ud800b", "a\u009fb", "a\ufeffb"])(
    "on one line refuses control characters, bidi overrides and lone surrogates: %j",
    (value) => expect(accepts(shortText(20), value)).toBe(false),
  );

  it.each([
    "\u200b",
    "\u2800",
    "\u3164",
    "\uffa0",
    "\u00ad",
    "\u034f\u200d",
    "\u{e0020}",
    "\u{1d159}",
    " \u200b\u2060 ",
    "\u0301",
  ])("when required needs a visible character: %j", (value) => {
    for (const schema of [shortText(20), longText(20), nameText(20)]) expect(accepts(schema, value)).toBe(false);
  });

  it("as a name needs a letter or a digit, in any script", () => {
    for (const name of ["李", "أحمد", "O'Brien", "7", "ก", "Ⅷ"]) expect(accepts(nameText(20), name)).toBe(true);
    for (const name of ["?", "—", "🚑", "'", "·"]) expect(accepts(nameText(20), name)).toBe(false);
    expect(accepts(shortText(20), "?")).toBe(true);
  });

  it("on several lines allows line breaks and no other control characters", () => {
    expect(longText(20).parse("a\r\nb\rc\td")).toBe("a\nb\nc\td");
    expect(accepts(longText(20), "a\u0000b")).toBe(false);
    expect(accepts(longText(20), "a\ud83d")).toBe(false);
    expect(longText(20).parse("नमस्ते 👋🏽")).toBe("नमस्ते 👋🏽");
  });

  it("says Required when missing and never quotes what was sent", () => {
    const errors = z.strictObject({ a: shortText(5), b: emailAddress }).safeParse({ b: "Asha Rai" }).error?.issues;
    expect(errors?.map((issue) => issue.message).join()).toMatch(/Required/);
    expect(JSON.stringify(errors)).not.toContain("Asha");
  });
});

describe("an email address", () => {
  it("is trimmed and lower-cased", () =>
    expect(emailAddress.parse(" Asha.Rai@Example.ORG ")).toBe("asha.rai@example.org"));
  it.each([
    ["a@example.xn--p1ai", "a@example.xn--p1ai"],
    ["a&b@example.org", "a&b@example.org"],
    ["o'brien+visits@example.org", "o'brien+visits@example.org"],
    ["Info@Пример.рф", "info@xn--e1afmkfd.xn--p1ai"],
    ["info@xn--e1afmkfd.xn--p1ai", "info@xn--e1afmkfd.xn--p1ai"],
    ["a@bu\u0308cher.example", "a@xn--bcher-kva.example"],
    ["a@例え。jp", "a@xn--r8jz45g.jp"],
  ])("normalises %s to %s, so that one address has one account", (typed, address) =>
    expect(emailAddress.parse(typed)).toBe(address),
  );
  it.each([
    "a..b@c.de",
    ".a@c.de",
    "a@c..de",
    "a@-c.de",
    "a@1.2.3.4",
    "a@0x7f.1",
    "a@c.de/x",
    "a@c.de:25",
    "a@[::1]",
    `${"a".repeat(65)}@c.de`,
    "ü@c.de",
  ])("rejects %j", (value) => expect(accepts(emailAddress, value)).toBe(false));
  it.each(["", "a", "a@", "@b.c", "a b@c.de", "a@b", `${"a".repeat(250)}@b.de`, "a@b.de\n", null, 3, "a\u0000@b.de"])(
    "rejects %j as too long or malformed",
    (value) => expect(accepts(emailAddress, value)).toBe(value === "a@b.de\n"),
  );
});

describe("a phone number", () => {
  it.each(["+977 980-1234567", "(030) 123 45", "112 00"])("accepts %s", (value) =>
    expect(accepts(phoneNumber, value)).toBe(true),
  );
  it.each(["12", "call me", "+", "1".repeat(21), "()()()()"])("rejects %s", (value) => {
    expect(accepts(phoneNumber, value)).toBe(false);
  });
});

describe("a UUID", () => {
  it("is lower-cased", () => {
    expect(uuid.parse("0197A3C0-0000-7000-8000-00000000000A")).toBe("0197a3c0-0000-7000-8000-00000000000a");
  });
  it.each(["", "x", "0197a3c0-0000-7000-8000-00000000000", "{0197a3c0-0000-7000-8000-00000000000a}", 3, null])(
    "rejects %j",
    (value) => expect(accepts(uuid, value)).toBe(false),
  );
  it("is recognised by isUuid exactly as by PostgreSQL", () => {
    expect(isUuid("0197a3c0-0000-7000-8000-00000000000a")).toBe(true);
    expect(isUuid("0197a3c0-0000-7000-8000-00000000000a\n")).toBe(false);
  });
});

describe("an instant", () => {
  it.each([
    ["2030-01-31T10:00:00+05:45", "2030-01-31T04:15:00Z"],
    ["2030-01-31T10:00Z", "2030-01-31T10:00:00Z"],
    ["2030-01-31T10:00:00.250Z", "2030-01-31T10:00:00.250Z"],
    ["2030-01-31T10:00:00.000Z", "2030-01-31T10:00:00Z"],
    ["2028-02-29T00:00:00z", "2028-02-29T00:00:00Z"],
  ])("%s is normalised to %s", (value, spelled) => expect(instant.parse(value)).toBe(spelled));

  it.each([
    "2030-02-30T10:00:00Z",
    "2029-02-29T10:00:00Z",
    "2030-01-31T24:30:00Z",
    "2030-01-31T10:60:00Z",
    "2030-01-31T10:00:60Z",
    "2030-01-31T10:00:00",
    "2030-01-31",
    "0000-01-01T00:00:00Z",
    "+275760-09-13T00:00:00Z",
    "2030-01-31T10:00:00+99:99",
    "2030-01-31 10:00:00Z",
    1893456000000,
    null,
  ])("rejects %j", (value) => expect(accepts(instant, value)).toBe(false));
});

describe("a calendar date", () => {
  it("must exist", () => expect(localDate.parse("2028-02-29")).toBe("2028-02-29"));
  it.each(["2029-02-29", "2030-02-30", "2030-13-01", "2030-1-1", "0001-01-01", "9999-01-01", "2030-01-01T00:00:00Z"])(
    "rejects %s",
    (value) => expect(accepts(localDate, value)).toBe(false),
  );
});

describe("a time zone", () => {
  it.each(["UTC", "Asia/Kathmandu", "America/Argentina/Buenos_Aires"])("accepts %s", (value) => {
    expect(accepts(timeZone, value)).toBe(true);
  });
  it.each(["", "Mars/Base", "+05:45", "../etc/passwd", "__proto__", 5])("rejects %j", (value) => {
    expect(accepts(timeZone, value)).toBe(false);
  });
});
