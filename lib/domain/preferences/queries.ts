import type { Actor } from "@/lib/actor/actor";
import { sql, type Sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/errors/app-error";
import { topicsFor } from "./policy";
import { readPreference } from "./read-preference";
import type { Preference } from "./rules";
import { preferencesOf } from "./statements";
import type { Topic } from "./status";

/** What decides about messages to someone; `version` is 0 as long as they have chosen nothing. */
export type StoredPreference = Preference & { hasPhone: boolean; version: number };
/** The same of oneself, with the topics that concern one. */
export type OwnPreference = StoredPreference & { topics: Topic[] };
type Row = Awaited<ReturnType<typeof preferencesOf>>[number];

const toStored = ({ hasPhone, version, ...row }: Row) => ({ ...readPreference(row), hasPhone, version: version ?? 0 });

/** Unsafe: of any account. Returns what decides about messages to these. */
export async function unsafeListPreferences(tx: Sql, userIds: string[]): Promise<Map<string, StoredPreference>> {
  const rows = userIds.length > 0 ? await preferencesOf(tx, [...new Set(userIds)]) : [];
  return new Map(rows.map((row) => [row.userId, toStored(row)]));
}

/** Returns what the actor has chosen. */
export async function getOwnPreference(actor: Actor): Promise<OwnPreference> {
  return getOwnPreferenceIn(sql, actor);
}

export async function getOwnPreferenceIn(tx: Sql, actor: Actor): Promise<OwnPreference> {
  const { userId } = actor;
  const [row] = userId === null ? [] : await preferencesOf(tx, [userId]);
  if (!row) throw notFound();
  return { ...toStored(row), topics: topicsFor(actor) };
}
