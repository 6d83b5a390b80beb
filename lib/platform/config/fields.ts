import { z } from "zod";

/** Kinds of values of the environment, each with the sentence that says what is wrong with one. */
export const flag = z
  .enum(["true", "false", "1", "0", "on", "off"])
  .transform((v) => v === "true" || v === "1" || v === "on");
export const httpUrl = (error: string) => z.url({ protocol: /^https?$/, error });
export const megabytes = (usual: number) => z.coerce.number().int().min(0).max(4_096).default(usual);
export const port = z.coerce.number().int().min(1).max(65535);
export const postgresUrl = z
  .string({ error: "is missing: the address of a PostgreSQL database, postgresql://user:password@host:5432/name" })
  .regex(/^postgres(ql)?:\/\//, "must be a PostgreSQL address such as postgresql://user:password@host:5432/name");
export const quota = (usual: number) => z.coerce.number().int().min(1).default(usual);
export const secret = z
  .string({ error: "is missing: at least 32 random characters, e.g. from `openssl rand -base64 33`" })
  .min(32, "must have at least 32 random characters, e.g. from `openssl rand -base64 33`");

/** `id:key, id:key`, each key 32 bytes of base64; the first is the current one. */
export const recordsKeys = z
  .string({ error: "is missing: a key that encrypts files, such as k1: and the output of `openssl rand -base64 32`" })
  .transform((text) =>
    text.split(",").map((part) => {
      const [, id = "", key = ""] = /^\s*([a-z0-9-]{1,32}):([\w+/-]{43}=?)\s*$/i.exec(part) ?? [];
      return { id, key: Buffer.from(key, "base64") };
    }),
  )
  .refine(
    (keys) => keys.every(({ id, key }) => id !== "" && key.length === 32),
    "must be a list such as k2:…, k1:… of names and keys, each key from `openssl rand -base64 32`",
  )
  .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, "has two keys of the same name");
