import { existsSync, readdirSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { StartError } from "../process/start-error";
import type { BackupKey } from "./key";
import { isArchived } from "./segment";

const END = ".enc";
export const UNFINISHED = ".unfinished";

/**
 * The backups of one database. In BACKUP_DIR each has a folder named by the identifier that PostgreSQL gave it: a new
 * database never mixes with an old one.
 *
 *     <system>/base/<time>/…     a copy of the database, its secrets, the list of its files, and a manifest
 *     <system>/wal/<segment>     the log since
 *     <system>/files/<xx>/<id>   attachments and documents, once each
 */
export type Store = { root: string; system: string; key: BackupKey };

type Place = { key: BackupKey; name: string; path: string };

const placeOf = (store: Store, name: string, path = name): Place => ({
  key: store.key,
  name: `${store.system}/${name}`,
  path: join(store.root, store.system, `${path}${END}`),
});

export const walPlace = (store: Store, name: string): Place => placeOf(store, `wal/${name}`);
export const filePlace = (store: Store, folder: string, id: string): Place => placeOf(store, `files/${folder}/${id}`);
/** While a backup is made it lies in another folder, under the same names. */
export const basePlace = (store: Store, stamp: string, name: string, isUnfinished = false): Place =>
  placeOf(store, `base/${stamp}/${name}`, `base/${stamp}${isUnfinished ? UNFINISHED : ""}/${name}`);

export const baseFolder = (store: Store, stamp: string): string => join(store.root, store.system, "base", stamp);
export const stampOf = (at: Date): string => at.toISOString().replace(/[-:]/g, "");

const STAMP = /^\d{8}T\d{6}\.\d{3}Z$/;

/** The stamps of the finished backups, oldest first. */
export async function listStamps(store: Pick<Store, "root" | "system">): Promise<string[]> {
  return (await namesIn(join(store.root, store.system, "base"))).filter((name) => STAMP.test(name)).sort();
}

/** The names of all archived segments, and of what belongs to them. */
export async function listWal(store: Store): Promise<string[]> {
  return withoutEnd(await namesIn(join(store.root, store.system, "wal"))).filter(isArchived);
}

/** The stored files that the backups have, by subfolder. */
export async function listFiles(store: Store): Promise<Map<string, string[]>> {
  const root = join(store.root, store.system, "files");
  const folders = await namesIn(root);
  const entries = folders.map(async (folder) => [folder, withoutEnd(await namesIn(join(root, folder)))] as const);
  return new Map(await Promise.all(entries));
}

/** Returns the databases that have backups here. */
export function listSystems(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, "base")))
    .map(({ name }) => name);
}

/** Chooses the database whose backups are meant: the one asked for, that of this folder, or the only one. */
export function chooseSystem(root: string, asked: string | undefined, present: string | undefined): string {
  const systems = listSystems(root);
  if (systems.length === 0) throw new StartError(`There are no backups in ${root}: set BACKUP_DIR to their folder.`);
  const wanted = asked ?? (present && systems.includes(present) ? present : undefined);
  if (wanted !== undefined && systems.includes(wanted)) return wanted;
  const [only, ...others] = systems;
  if (wanted === undefined && only && others.length === 0) return only;
  throw new StartError(`${root} has backups of several databases. Say which: --system ${systems.join(" or ")}.`);
}

/** What isn't there has no names in it. */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}

const withoutEnd = (names: string[]) =>
  names.filter((name) => name.endsWith(END)).map((name) => name.slice(0, -END.length));
