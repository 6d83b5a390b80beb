import { counted } from "@/lib/platform/text/counted";
import type { EditionOutput } from "./schema";
import type { EditionStatus } from "./status";

export const EDITION_WORDS: Record<EditionStatus, { label: string; tone: "good" | "wait" | "stop" | "neutral" }> = {
  UPLOADING: { label: "Being uploaded", tone: "wait" },
  LOADING: { label: "Being loaded", tone: "wait" },
  READY: { label: "Loaded", tone: "neutral" },
  FAILED: { label: "Not loaded", tone: "stop" },
};

type Named = Pick<EditionOutput, "system" | "release" | "isBuiltIn">;

/** "ICD-10-CM 2026"; "ICD-10 2019, built-in selection". */
export function editionName({ system, release, isBuiltIn }: Named): string {
  return `${system} ${release}${isBuiltIn ? ", built-in selection" : ""}`;
}

/** "74,260 codes". */
export function codesOf(count: number): string {
  return counted(count, "code");
}

/** Returns the page's title: what is being loaded, else what doctors search in. */
export function editionsTitle(items: (Named & Pick<EditionOutput, "status" | "isActive">)[]): string {
  const loading = items.find(({ status }) => status === "LOADING");
  if (loading) return `Loading ${editionName(loading)}`;
  const active = items.find(({ isActive }) => isActive);
  return active ? `Doctors search in ${active.system} ${active.release}` : "No diagnosis codes";
}

/** Guesses the release from the name of an official file: `icd10cm_order_2026.txt` is 2026. */
export function releaseIn(fileName: string): string {
  return /(?:19|20)\d\d/.exec(fileName)?.[0] ?? "";
}
