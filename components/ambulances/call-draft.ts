/** What was typed into the form for an ambulance, kept by the tab until the call is made. */
export type CallDraft = {
  /** The form's fields by name. */
  fields: Record<string, string>;
  /** How exact the position among them is. */
  accuracyMetres: number | null;
  /** Epoch milliseconds since when it is being sent; null while it is only typed. */
  sendingSince: number | null;
};

const KEY = "caresync.call";
/** A tab that comes back later than this was closed on purpose: nobody may be called to an old place. */
const RESUME_MS = 10 * 60_000;

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

// Storage can be refused (private windows, settings): then the form works without a memory.
function ignoreErrors<T>(touch: () => T): T | null {
  try {
    return touch();
  } catch {
    return null;
  }
}

export function readDraft(store: Store): CallDraft | null {
  const found: unknown = ignoreErrors(() => JSON.parse(store.getItem(KEY) ?? "null"));
  if (typeof found !== "object" || found === null || !("fields" in found)) return null;
  const { fields, accuracyMetres, sendingSince } = found as Partial<CallDraft>;
  if (typeof fields !== "object" || fields === null) return null;
  const texts = Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const number = (value: unknown) => (typeof value === "number" ? value : null);
  return {
    fields: Object.fromEntries(texts),
    accuracyMetres: number(accuracyMetres),
    sendingSince: number(sendingSince),
  };
}

export function writeDraft(store: Store, draft: CallDraft): void {
  ignoreErrors(() => store.setItem(KEY, JSON.stringify(draft)));
}

export function clearDraft(store: Store): void {
  ignoreErrors(() => store.removeItem(KEY));
}

/** Whether a draft that was being sent when its page went away is to be sent on without being asked again. */
export function isResumable({ sendingSince }: CallDraft, nowMs: number): boolean {
  return sendingSince !== null && nowMs - sendingSince < RESUME_MS;
}

/** A form's fields as texts; what React adds for itself is left out. */
export function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !entry[0].startsWith("$ACTION"),
  );
  return Object.fromEntries(entries);
}

/** What a draft puts back into a form; what someone typed before the page was ready wins over it. */
export function mergeFields(
  kept: Record<string, string>,
  typed: Record<string, string>,
  offered: Record<string, string>,
): Record<string, string> {
  const own = Object.entries(typed).filter(
    ([name, value]) => value !== "" && value !== (offered[name] ?? "") && name !== "trackingToken",
  );
  return { ...kept, ...Object.fromEntries(own) };
}
