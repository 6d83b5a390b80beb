import { config } from "@/lib/platform/config/config";
import { directoryStore } from "./directory-store";
import type { FileStore } from "./file-store";
import { s3Store } from "./s3-store";

/** Returns the store this installation uses: a bucket, when one is configured, else a folder. */
export function fileStore(): FileStore {
  const { bucket, directory } = config.files;
  return bucket ? s3Store(bucket) : directoryStore(directory);
}
