import { describe, expect, it } from "vitest";
import { isTimeZone } from "./zone-name";

describe("isTimeZone", () => {
  it.each(["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "Asia/Calcutta", "europe/berlin"])(
    "knows %s",
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );

  it.each(["", "Berlin", "+01:00", "-0330", "Europe/Berlin ", "../UTC", "Z", "constructor", 1, null])(
    "refuses %j",
    (name) => {
      expect(isTimeZone(name)).toBe(false);
    },
  );
});
