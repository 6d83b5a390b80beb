import { describe, expect, it } from "vitest";
import { devicesText, openedText, partsText } from "./format";
import { deviceKindOf } from "./rules";

describe("a device", () => {
  it.each([
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1", "PHONE"],
    ["Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/143.0.0.0 Mobile Safari/537.36", "PHONE"],
    ["Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 Chrome/143.0.0.0 Safari/537.36", "TABLET"],
    ["Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148", "TABLET"],
    ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/143.0.0.0 Safari/537.36", "COMPUTER"],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "COMPUTER"],
    ["curl/8.5.0", "OTHER"],
    ["", "OTHER"],
  ])("%s is told roughly", (userAgent, kind) => {
    expect(deviceKindOf(userAgent)).toBe(kind);
  });
});

describe("a link in words", () => {
  it("names its parts and its devices", () => {
    expect(partsText(["ALLERGIES", "CONDITIONS", "MEDICINES"])).toBe("allergies, conditions and medicines");
    expect(openedText({ parts: ["ALLERGIES", "VISITS"], visitIds: [] })).toBe("allergies and visits");
    expect(openedText({ parts: ["ALLERGIES", "VISITS"], visitIds: ["a", "b"] })).toBe("allergies, and 2 chosen visits");
    expect(openedText({ parts: ["VISITS"], visitIds: ["a"] })).toBe("1 chosen visit");
    expect(devicesText(1)).toBe("It opens on one device: the first one that opens it.");
    expect(devicesText(5)).toBe("It opens on 5 devices at most.");
  });
});
