import type { LeftOut } from "@/lib/platform/input/filters";

const isNoChoice = (typed: string) => `“${typed}” isn’t one of the choices.`;
const isNoDate = (typed: string) => `“${typed}” isn’t a date.`;
const isTooLong = () => "Enter at most 100 characters.";
const isNoId = () => "Enter a whole ID, such as 01890a5d-ac96-774b-bcce-b302099a8057.";

/** The labels of filters, and what to do about one that isn't understood. */
const WORDS: Record<string, [label: string, fault?: (typed: string) => string]> = {
  action: ["Action", isTooLong],
  actorId: ["Who", isNoId],
  availableFrom: ["Available from", isNoDate],
  availableTo: ["Available until", isNoDate],
  beds: ["View"],
  city: ["City", isTooLong],
  currency: ["Currency"],
  date: ["Day", isNoDate],
  days: ["Which days"],
  doctor: ["Doctor"],
  for: ["Whose"],
  from: ["From", isNoDate],
  hospitalId: ["Hospital"],
  kind: ["About"],
  language: ["Language"],
  maxFee: ["Fee up to", () => "Enter an amount such as 80."],
  mode: ["Appointment type"],
  name: ["Name", () => "Type it again: only the account that searched for it can read this address."],
  near: ["Near", () => "Use “Near me” instead."],
  period: ["Period"],
  q: ["Search", isTooLong],
  radiusKm: ["Radius", () => "Choose a place and enter a distance in kilometres."],
  sort: ["Sort by", (typed) => (typed === "distance" ? "Choose a place first." : isNoChoice(typed))],
  specialty: ["Specialty"],
  state: ["Status"],
  status: ["Status"],
  subject: ["Object type", isTooLong],
  subjectId: ["Object ID", isNoId],
  tab: ["View"],
  to: ["To", isNoDate],
  unread: ["Read or unread"],
  via: ["By way of"],
  view: ["View"],
  ward: ["Ward"],
};

const READABLE = 60;

export type LeftOutWords = { label: string; typed: string; fault: string };

/** An ignored filter, in words. */
export function wordsOf({ name, typed }: LeftOut): LeftOutWords {
  const [label, fault = isNoChoice] = WORDS[name] ?? [name];
  const readable = typed.length > READABLE ? `${typed.slice(0, READABLE)}…` : typed;
  return { label, typed: readable, fault: fault(readable) };
}

/** The error of a filter's field, if it was ignored. */
export function faultAt(
  leftOut: readonly LeftOut[],
  name: string,
  value: string | null | undefined,
): string | undefined {
  const found = leftOut.find((one) => one.name === name && one.typed === value);
  return found && wordsOf(found).fault;
}

/** The same for a field that can't show what was typed, such as a select. */
export function faultOf(leftOut: readonly LeftOut[], name: string): string | undefined {
  const found = leftOut.find((one) => one.name === name);
  return found && wordsOf(found).fault;
}
