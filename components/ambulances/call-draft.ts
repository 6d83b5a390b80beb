/** What was typed into the ambulance form, kept by the tab until the call is made. */
export type CallDraft = {
  /** The form's fields by name. */
  fields: Record<string, string>;
  /** The accuracy of the position among them. */
  accuracyMetres: number | null;
  /** When sending began, in epoch milliseconds; null while it is only typed. */
  sendingSince: number | null;
};

const KEY = "caresync.call";
/** A tab that returns later was closed on purpose: no vehicle may be sent to an old place. */
const RESUME_MS = 10 * 60_000;

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

// Storage may be unavailable (private windows, settings): then the form works without a draft.
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

/** Tells whether a draft that was being sent when its page closed should be sent without asking again. */
export function isResumable({ sendingSince }: CallDraft, nowMs: number): boolean {
  return sendingSince !== null && nowMs - sendingSince < RESUME_MS;
}

/** Returns a form's fields as texts, without the ones React adds. */
export function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !entry[0].startsWith("$ACTION"),
  );
  return Object.fromEntries(entries);
}

/** Restores a draft into a form; what was typed before hydration takes precedence. */
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
