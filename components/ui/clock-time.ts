export type ClockTimeOptions = {
  /** "24:00" is allowed: the end of a day. */
  endOfDay?: boolean;
};

const pad = (part: number) => String(part).padStart(2, "0");

/** Parses a typed time into `HH:mm`: "9", "930", "9.30", "9:30 pm", "17h". Undefined if invalid. */
export function parseClockTime(text: string, { endOfDay = false }: ClockTimeOptions = {}): string | undefined {
  const match = /^(\d{1,2}?)\s*[:.h]?\s*(\d{2})?\s*(a|p|am|pm)?$/i.exec(text.trim());
  if (!match) return undefined;
  const half = match[3]?.[0]?.toLowerCase();
  let hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  if (half && (hours < 1 || hours > 12)) return undefined;
  if (half) hours = (hours % 12) + (half === "p" ? 12 : 0);
  if (hours === 24 && minutes === 0 && endOfDay) return "24:00";
  return hours < 24 && minutes < 60 ? `${pad(hours)}:${pad(minutes)}` : undefined;
}

/** Moves a time by minutes, stopping at the ends of the day. */
export function shiftClockTime(time: string, minutes: number, { endOfDay = false }: ClockTimeOptions = {}): string {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  const last = endOfDay ? 1440 : 1439;
  const next = Math.min(last, Math.max(0, hours * 60 + rest + minutes));
  return `${pad(Math.floor(next / 60))}:${pad(next % 60)}`;
}
