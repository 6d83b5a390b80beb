import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import type { FileStore } from "./file-store";

export type S3Settings = {
  /** The server's address, such as https://s3.eu-central-1.amazonaws.com. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

const RETRIES = 2;
const TIMEOUT_MS = 30_000;

/** Keeps files in a bucket of any server that speaks the S3 protocol, addressed by path. */
export function s3Store({ endpoint, bucket, ...settings }: S3Settings): FileStore {
  const client = new AwsClient({ ...settings, service: "s3", retries: RETRIES });
  const ask = (method: "GET" | "PUT" | "DELETE", id: string, init: RequestInit = {}) =>
    client.fetch(`${endpoint.replace(/\/+$/, "")}/${bucket}/${id}`, {
      method,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...init,
    });
  return {
    async put(id, bytes) {
      // Signed with the content: what arrives altered isn't stored.
      const digest = createHash("sha256").update(bytes).digest("hex");
      const answer = await ask("PUT", id, {
        body: Uint8Array.from(bytes),
        headers: { "Content-Type": "application/octet-stream", "X-Amz-Content-Sha256": digest },
      });
      await requireDone(answer);
    },
    async open(id) {
      const answer = await ask("GET", id);
      if (answer.status === 404) return discard(answer);
      if (!answer.ok || !answer.body) return requireDone(answer).then(() => null);
      return answer.body as unknown as AsyncIterable<Uint8Array>;
    },
    async remove(id) {
      const answer = await ask("DELETE", id);
      await (answer.status === 404 ? discard(answer) : requireDone(answer));
    },
  };
}

/** An answer that isn't read keeps its connection. */
async function discard(answer: Response): Promise<null> {
  await answer.body?.cancel();
  return null;
}

async function requireDone(answer: Response): Promise<void> {
  await discard(answer);
  if (!answer.ok) throw new Error(`the S3 server answered ${answer.status}`);
}
