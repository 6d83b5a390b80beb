import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { getEditionIn } from "./queries";
import { PART_BYTES } from "./schema";

/**
 * Stores one part of a file, counted from 1; sent again, it replaces what was there. Throws `not-found`,
 * `invalid-transition` (the file is complete), `invalid` (there is no such part, or its size is wrong).
 */
export function storePart(
  actor: Actor,
  { id, number, content }: { id: string; number: number; content: string },
): Promise<void> {
  const bytes = Buffer.from(content, "base64");
  return inTransaction(
    actor,
    async (tx) => {
      const { status, fileBytes } = await getEditionIn(tx, actor, id);
      if (status !== "UPLOADING") throw new AppError("invalid-transition", "This file has been uploaded already.");
      const size = Math.min(PART_BYTES, fileBytes - (number - 1) * PART_BYTES);
      if (size <= 0) throw invalid("number", "The file has fewer parts");
      if (bytes.length !== size) throw invalid("content", `This part has ${size} bytes`);
      const key = { editionId: id, number };
      await tx.diagnosisFilePart.upsert({
        where: { editionId_number: key },
        create: { ...key, content: bytes },
        update: { content: bytes },
      });
    },
    { locks: [`diagnosis-edition:${id}`] },
  );
}

function invalid(path: string, message: string): AppError {
  return new AppError("invalid", message, { fields: [{ path, message }] });
}
