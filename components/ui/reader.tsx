"use client";
import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { clockNamed, type Clock } from "@/lib/platform/time/clock";
import { currentZoneName } from "@/lib/platform/time/current-zone-name";
import { READER_ZONE_COOKIE } from "@/lib/platform/time/zone-name";
import { readerLocale, weekStart, type Reader, type ReaderPreferences } from "./reader-preferences";

type Assumed = ReaderPreferences & { isGuess?: boolean };

const ReaderContext = createContext<Assumed>({ timeZone: "UTC", locale: "en-GB", weekStartsOn: 1 });

const ZoneContext = createContext<string | null>(null);

/** The clocks sent with the page, by zone. */
const ClocksContext = createContext<ReadonlyMap<string, Clock>>(new Map());

const never = () => () => undefined;
const browserZone = () => currentZoneName(Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC");
const browserLocale = () => readerLocale(navigator.language);
const browserWeekStart = () => weekStart(navigator.language);

type ReaderProviderProps = {
  reader: ReaderPreferences;
  /** The reader's zone is unknown yet: what depends on it reserves its room. */
  isGuess?: boolean;
  /** Of the reader's zone and of all zones in which something shown may be. */
  clocks?: readonly Clock[];
  children: ReactNode;
};

/**
 * Provides the reader's zone and locale and the places' clocks, and stores the zone for the server. What the server
 * assumed for this document stays: it only serves to hydrate, and a refresh must not remount the page for it.
 */
export function ReaderProvider({ reader, isGuess = false, clocks = [], children }: ReaderProviderProps) {
  const [assumed] = useState<Assumed>(() => ({ ...reader, isGuess }));
  useEffect(() => {
    const zone = browserZone();
    if (zone === reader.timeZone && !isGuess) return;
    document.cookie = `${READER_ZONE_COOKIE}=${zone}; Path=/; Max-Age=31536000; SameSite=Lax`;
  }, [reader.timeZone, isGuess]);
  return (
    <ReaderContext value={assumed}>
      <ClocksContext value={new Map(clocks.map((clock) => [clock.zone, clock]))}>{children}</ClocksContext>
    </ReaderContext>
  );
}

/**
 * Whether this part came with a document sent without knowing the reader's zone. What is mounted later, a dialog or the
 * next page, knows it from the start.
 */
export function useZoneWasGuessed(): boolean {
  const { isGuess } = useContext(ReaderContext);
  const isHydrating = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [cameWithDocument] = useState(isHydrating);
  return cameWithDocument && isGuess === true;
}

/**
 * Shows everything inside in one place's zone, wherever it is read: a front desk works by its hospital's time. Show the
 * zone nearby (`ZoneNote`), for those whose own clock differs.
 */
export function InZone({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  return <ZoneContext value={timeZone}>{children}</ZoneContext>;
}

/** Finds the clock of any zone: as sent by the server, else as the device knows it. */
export function useClocks(): (timeZone: string) => Clock {
  const sent = useContext(ClocksContext);
  return (timeZone) => sent.get(timeZone) ?? clockNamed(timeZone);
}

/** The clock of one zone. */
export function useClock(timeZone: string): Clock {
  return useClocks()(timeZone);
}

/** The device's own zone, whatever clock the page around shows. */
export function useDeviceZone(): string {
  const assumed = useContext(ReaderContext);
  return useSyncExternalStore(never, browserZone, () => assumed.timeZone);
}

/**
 * The reader's zone and locale. During hydration it is what the server assumed, right after it is the browser's own: no
 * mismatch, and at most one correction on the first visit.
 */
export function useReader(): Reader {
  const assumed = useContext(ReaderContext);
  const place = useContext(ZoneContext);
  const device = useDeviceZone();
  const locale = useSyncExternalStore(never, browserLocale, () => assumed.locale);
  const weekStartsOn = useSyncExternalStore(never, browserWeekStart, () => assumed.weekStartsOn);
  const timeZone = place ?? device;
  const clock = useClock(timeZone);
  return { timeZone, clock, locale, weekStartsOn };
}
