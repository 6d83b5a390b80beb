import { afterEach, expect, it, vi } from "vitest";
import { clockNamed, clockToSend, offsetOf } from "./clock";

const now = Date.parse("2026-11-26T20:00:00Z");
afterEach(() => {
  vi.doUnmock("#iana");
  vi.resetModules();
});

/** The same functions as in a browser: without rules. */
async function inBrowser() {
  vi.resetModules();
  vi.doMock("#iana", () => ({ iana: null }));
  return import("./clock");
}

it("shows a browser with missing or old rules what the server's rules say", async () => {
  const browser = await inBrowser();
  for (const zone of [
    "America/Vancouver",
    "America/Edmonton",
    "Africa/Casablanca",
    "Europe/Berlin",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
  ]) {
    const sent = JSON.parse(JSON.stringify(clockToSend(zone, now))) as ReturnType<typeof clockToSend>;
    for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2029, 6, 1); at += 7_654_321_000) {
      expect(browser.offsetOf(at, sent), `${zone} ${new Date(at).toISOString()}`).toBe(offsetOf(at, clockNamed(zone)));
    }
  }
});

it("falls back to the device's zones for what was not sent", async () => {
  const browser = await inBrowser();
  const sent = clockToSend("Europe/Berlin", now);
  expect([browser.offsetOf(Date.UTC(2015, 6, 1), sent), browser.offsetOf(Date.UTC(2040, 0, 1), sent)]).toEqual([
    120, 60,
  ]);
  expect(browser.offsetOf(now, browser.clockNamed("Asia/Kathmandu"))).toBe(345);
  expect(browser.offsetOf(now, browser.clockNamed("No/Such_Zone"))).toBe(0);
});

it("takes a few hundred bytes for a zone that changes its clock twice a year", () => {
  expect(JSON.stringify(clockToSend("Europe/Berlin", now)).length).toBeLessThan(320);
  expect(clockToSend("Asia/Tokyo", now).changes).toHaveLength(1);
});
