import { config } from "@/lib/platform/config/config";
import { directoryStore } from "./directory-store";
import type { FileStore } from "./file-store";

/** Returns the store this installation uses. */
export function fileStore(): FileStore {
  return directoryStore(config.files.directory);
}
