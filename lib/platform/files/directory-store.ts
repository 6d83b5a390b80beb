import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FileStore } from "./file-store";
import { syncFolder } from "./sync-folder";

/** The subfolder of a file: an ID of version 7 begins with the time; its end is random. */
export const folderOf = (id: string): string => id.slice(-2);

/** Keeps files in a folder, in 256 subfolders, readable by their owner only. */
export function directoryStore(root: string): FileStore {
  const pathOf = (id: string) => join(root, folderOf(id), id);
  return {
    async put(id, bytes) {
      const path = pathOf(id);
      const folder = dirname(path);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = await open(`${path}.new`, "w", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.new`, path);
      await syncFolder(folder);
    },
    async open(id) {
      const file = await open(pathOf(id)).catch(nullWhenMissing);
      return file && (file.createReadStream() as AsyncIterable<Uint8Array>);
    },
    async remove(id) {
      await rm(`${pathOf(id)}.new`, { force: true });
      await rm(pathOf(id), { force: true });
    },
  };
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
