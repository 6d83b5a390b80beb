"use client";
import { createContext, useContext, useEffect, useSyncExternalStore, type ReactNode } from "react";
import { READER_ZONE_COOKIE, readerLocale, weekStart, type Reader } from "./reader-preferences";

const ReaderContext = createContext<Reader>({ timeZone: "UTC", locale: "en-GB", weekStartsOn: 1 });

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
 * The zone and locale of whoever reads this. While hydrating it is what the server assumed, right after it is the
 * browser's own: no mismatch, and at most one correction on the first visit.
 */
export function useReader(): Reader {
  const assumed = useContext(ReaderContext);
  const timeZone = useSyncExternalStore(never, browserZone, () => assumed.timeZone);
  const locale = useSyncExternalStore(never, browserLocale, () => assumed.locale);
  const weekStartsOn = useSyncExternalStore(never, browserWeekStart, () => assumed.weekStartsOn);
  return { timeZone, locale, weekStartsOn };
}
