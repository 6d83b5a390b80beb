import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { Sql } from "@/lib/platform/db/sql";
import { parseBuiltInCodes, readBuiltInText } from "./internal/built-in-codes";
import {
  addBuiltInCodes,
  builtInEdition,
  collectWords,
  finishBuiltIn,
  removeBuiltIn,
  startBuiltIn,
} from "./statements";

/** The edition of the WHO whose codes the selection has. */
const RELEASE = "2019";

/**
 * Brings the selection in the database up to date, in the transaction of the caller, who is the database's owner. Does
 * nothing when it is there already. It becomes the active edition where none is, or where the former one was.
 */
export async function installBuiltInCodes(client: Sql): Promise<void> {
  const text = readBuiltInText();
  const digest = createHash("sha256").update(text).digest("hex");
  const [before] = await builtInEdition(client);
  if (before?.digest === digest) return;
  const codes = parseBuiltInCodes(text);
  await removeBuiltIn(client);
  const id = uuidv7();
  await startBuiltIn(client, id, RELEASE, digest);
  await addBuiltInCodes(client, id, JSON.stringify(codes));
  await collectWords(client, id);
  await finishBuiltIn(client, id, codes.length);
}
