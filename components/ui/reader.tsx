"use client";
import { createContext, useContext, useEffect, useSyncExternalStore, type ReactNode } from "react";
import { READER_ZONE_COOKIE, readerLocale, weekStart, type Reader } from "./reader-preferences";

const ReaderContext = createContext<Reader>({ timeZone: "UTC", locale: "en-GB", weekStartsOn: 1 });

const ZoneContext = createContext<string | null>(null);

const never = () => () => undefined;
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC";
const browserLocale = () => readerLocale(navigator.language);
const browserWeekStart = () => weekStart(navigator.language);

/** Gives everything below the reader's zone and locale, and remembers the zone for the server. */
export function ReaderProvider({ reader, children }: { reader: Reader; children: ReactNode }) {
  useEffect(() => {
    const zone = browserZone();
    if (zone === reader.timeZone) return;
    document.cookie = `${READER_ZONE_COOKIE}=${zone}; Path=/; Max-Age=31536000; SameSite=Lax`;
  }, [reader.timeZone]);
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}

/**
 * Everything below shows the clock of one place, wherever it is read: a front desk lives by its hospital's time.
 * Say the zone somewhere near (`ZoneNote`), for those whose own clock differs.
 */
export function InZone({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  return <ZoneContext value={timeZone}>{children}</ZoneContext>;
}

/** The zone of the device itself, whatever clock the page around shows. */
export function useDeviceZone(): string {
  const assumed = useContext(ReaderContext);
  return useSyncExternalStore(never, browserZone, () => assumed.timeZone);
}

/**
 * The zone and locale of whoever reads this. While hydrating it is what the server assumed, right after it is the
 * browser's own: no mismatch, and at most one correction on the first visit.
 */
export function useReader(): Reader {
  const assumed = useContext(ReaderContext);
  const place = useContext(ZoneContext);
  const device = useDeviceZone();
  const locale = useSyncExternalStore(never, browserLocale, () => assumed.locale);
  const weekStartsOn = useSyncExternalStore(never, browserWeekStart, () => assumed.weekStartsOn);
  return { timeZone: place ?? device, locale, weekStartsOn };
}
