import { AppError } from "@/lib/platform/errors/app-error";
import { searchWords } from "@/lib/platform/text/fold";
import { MOST_ENTRIES } from "../rules";

type Entry = { id: string; name: string; status: string };

/** Throws `conflict` when a patient has as many entries as can be kept. */
export function requireRoom(entries: readonly Entry[]): void {
  if (entries.length >= MOST_ENTRIES) throw new AppError("conflict", `At most ${MOST_ENTRIES} entries can be kept.`);
}

/** Throws `already-exists` when another entry that holds says the same in other letters. */
export function requireNew(entries: readonly Entry[], name: string, path: string, id?: string): void {
  const words = searchWords(name);
  if (!entries.some((one) => one.id !== id && one.status === "ACTIVE" && searchWords(one.name) === words)) return;
  const message = "This is on the list already";
  throw new AppError("already-exists", `${message}.`, { fields: [{ path, message }] });
}
