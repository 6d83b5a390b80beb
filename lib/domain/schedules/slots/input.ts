/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Local wall-clock times `HH:mm`; `24:00` is allowed as end; an end that isn't after the start is on the next date. */
export type LocalInterval = { readonly start: string; readonly end: string };

/** Weekly hours; `validFrom` and `validTo` are inclusive dates on which the interval may start. */
export type WeeklyRule = LocalInterval & {
  readonly weekday: Weekday;
  readonly validFrom?: string | null | undefined;
  readonly validTo?: string | null | undefined;
};

/** How one local date differs; `null` intervals of a block close the whole date. */
export type HoursException =
  | { readonly kind: "replace"; readonly date: string; readonly intervals: readonly LocalInterval[] }
  | { readonly kind: "add"; readonly date: string; readonly intervals: readonly LocalInterval[] }
  | { readonly kind: "block"; readonly date: string; readonly intervals: readonly LocalInterval[] | null };

/** A visit as the engine sees it: ISO 8601 instants or epoch milliseconds. Without a status it blocks. */
export type Booking = {
  readonly start: string | number;
  readonly end: string | number;
  readonly status?: string | null | undefined;
};

/** When a place is open, in its IANA time zone. */
export type Hours = {
  readonly timeZone: string;
  readonly rules: readonly WeeklyRule[];
  readonly exceptions: readonly HoursException[];
};

/** Half-open, ISO 8601 instants. */
type Window = { readonly from: string; readonly to: string };

/** Everything slots depend on. All durations are elapsed minutes. */
export type OpenSlotsInput = Hours & {
  readonly now: string;
  readonly slotMinutes: number;
  /** Defaults to `slotMinutes`. */
  readonly stepMinutes?: number | null | undefined;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly minNoticeMinutes: number;
  readonly bookings: readonly Booking[];
  readonly window: Window;
};

/** UTC instants `YYYY-MM-DDTHH:mm:ssZ`, half-open. */
export type Slot = { start: string; end: string };
