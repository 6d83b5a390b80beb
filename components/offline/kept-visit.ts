/** What the device keeps of the next appointment, for when there is no network: when and where, and nothing else. */
export type KeptVisit = {
  /** The account whose page has left it. */
  userId: string;
  start: string;
  end: string;
  timeZone: string;
  isVideo: boolean;
  /** Requested, and not confirmed yet. */
  isPending: boolean;
  place: string | null;
  address: string | null;
  /** As of when. */
  keptAt: string;
};

const KEPT = "caresync-next-visit";

/** Keeps the next appointment on this device; null removes it. */
export function keepVisit(visit: KeptVisit | null): void {
  try {
    if (visit) localStorage.setItem(KEPT, JSON.stringify(visit));
    else localStorage.removeItem(KEPT);
  } catch {
    // A browser that stores nothing has nothing to show offline.
  }
}

/** Returns what the device has kept, as it was stored; null for nothing. */
export function keptText(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** Reads what was kept; null for nothing, and for an appointment that is over. */
export function parseVisit(text: string | null, now: number): KeptVisit | null {
  try {
    const visit = JSON.parse(text ?? "null") as KeptVisit | null;
    return visit !== null && Date.parse(visit.end) > now ? visit : null;
  } catch {
    return null;
  }
}

/** Removes an appointment that is over, and what the page of another account has left. */
export function forgetOthersVisit(userId: string): void {
  if (parseVisit(keptText(), Date.now())?.userId !== userId) keepVisit(null);
}
