import { render } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import { LocalDateRange, LocalTimeRange } from "./local-date-range";
import { LocalTime } from "./local-time";
import { ReaderProvider } from "./reader";
import { readerFrom } from "./reader-preferences";
import { relativeText } from "./relative-time";

const text = (element: React.ReactElement) => render(element).container.textContent;
const speak = (language: string) => vi.spyOn(navigator, "language", "get").mockReturnValue(language);
afterEach(() => {
  vi.restoreAllMocks();
});

// The tests run in Asia/Kathmandu: +05:45.
it("shows the place's time, and the reader's own where it differs", () => {
  speak("en-GB");
  expect(text(<LocalTime instant="2025-11-26T13:30:00Z" />)).toBe("Wed 26 Nov, 19:15");
  expect(text(<LocalTime instant="2025-11-26T13:30:00Z" timeZone="Asia/Kathmandu" />)).toBe("Wed 26 Nov, 19:15");
  expect(text(<LocalTime instant="2025-11-26T13:30:00Z" timeZone="Europe/Berlin" />)).toBe(
    "Wed 26 Nov, 14:30 in Berlin · 19:15 your time",
  );
});

it("shows the reader's time first where they don't have to be at the place", () => {
  speak("en-GB");
  expect(text(<LocalTime instant="2025-11-26T13:30:00Z" timeZone="Europe/Berlin" readerFirst />)).toBe(
    "Wed 26 Nov, 19:15 · 14:30 in Berlin",
  );
});

it("shows the year of older dates", () => {
  speak("en-GB");
  expect(text(<LocalTime style="dated" instant="2019-11-26T13:30:00Z" />)).toBe("26 Nov 2019");
  expect(text(<LocalTime style="dated-time" instant="2019-11-26T13:30:00Z" timeZone="Europe/Berlin" />)).toBe(
    "Tue, 26 Nov 2019, 14:30 in Berlin · 19:15 your time",
  );
});

it("shows the reader's date too when it differs", () => {
  speak("en-GB");
  expect(text(<LocalTime style="time" instant="2025-11-26T20:00:00Z" timeZone="America/New_York" />)).toBe(
    "15:00 in New York · Thu 27 Nov, 01:45 your time",
  );
});

it("shows a plain date by the place's calendar", () => {
  speak("en-GB");
  expect(text(<LocalTime style="long-date" instant="2025-11-26T20:30:00Z" timeZone="America/New_York" />)).toBe(
    "Wednesday, 26 November 2025",
  );
});

it("uses the zone rules sent with the page, whatever the device knows", () => {
  speak("en-GB");
  const sent = { zone: "America/Vancouver", changes: [[0, -420]] as const, until: Infinity };
  const shown = text(
    <ReaderProvider reader={{ timeZone: "Asia/Kathmandu", locale: "en-GB", weekStartsOn: 1 }} clocks={[sent]}>
      <LocalTime instant="2027-01-04T19:00:00Z" timeZone="America/Vancouver" />
    </ReaderProvider>,
  );
  expect(shown).toBe("Mon 4 Jan, 12:00 in Vancouver · Tue 5 Jan, 00:45 your time");
});

it("reserves room for the reader's time where the zone wasn't known at first, and not in what is rendered later", () => {
  speak("en-GB");
  const page = (
    <ReaderProvider reader={{ timeZone: "Europe/Berlin", locale: "en-GB", weekStartsOn: 1 }} isGuess>
      <LocalTime instant="2025-11-26T13:30:00Z" timeZone="Asia/Kathmandu" />
    </ReaderProvider>
  );
  const container = document.createElement("div");
  document.body.append(container);
  container.innerHTML = renderToString(page);
  render(page, { container, hydrate: true });
  expect(container.querySelector("[aria-hidden]")).toHaveClass("invisible");
  expect(text(page)).toBe("Wed 26 Nov, 19:15");
});

it("shows ranges of times and of dates", () => {
  speak("en-GB");
  expect(text(<LocalTimeRange start="2025-11-26T13:30:00Z" end="2025-11-26T13:50:00Z" />)).toBe("19:15–19:35");
  expect(text(<LocalDateRange from="2025-11-24" to="2025-11-28" />)).toBe("Mon 24 Nov – Fri 28 Nov");
  expect(text(<LocalDateRange from="2025-11-24" to="2025-11-24" />)).toBe("Mon 24 Nov");
});

it("knows the reader from the request, whatever it contains", () => {
  expect(readerFrom("Europe/Berlin", "en-US,en;q=0.9")).toEqual({
    timeZone: "Europe/Berlin",
    locale: "en-US",
    weekStartsOn: 0,
  });
  expect(readerFrom("<script>", "de-DE,en-US;q=0.5")).toEqual({ timeZone: "UTC", locale: "en-GB", weekStartsOn: 1 });
  expect(readerFrom(undefined, null)).toEqual({ timeZone: "UTC", locale: "en-GB", weekStartsOn: 1 });
  expect(readerFrom("Africa/Cairo", "ar-EG")).toMatchObject({ weekStartsOn: 6 });
});

it("shows how long ago in words, until the date says more", () => {
  const now = Date.parse("2025-11-26T12:00:00Z");
  const at = (iso: string) => relativeText(iso, now, "en-GB");
  expect(at("2025-11-26T11:59:40Z")).toBe("just now");
  expect(at("2025-11-26T11:55:00Z")).toBe("5 minutes ago");
  expect(at("2025-11-26T14:00:00Z")).toBe("in 2 hours");
  expect(at("2025-11-25T12:00:00Z")).toBe("yesterday");
  expect(at("2025-11-01T12:00:00Z")).toBeUndefined();
});
