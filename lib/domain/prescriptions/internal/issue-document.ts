import type { Tx } from "@/lib/platform/db/db";
import { newCode, openCode } from "./codes";

type Encounter = { id: string; patientId: string; doctorId: string };

/**
 * Returns the document of a signed encounter's medicines and its code, and issues it when it is asked for the first time. When
 * the installation has another secret since, there is a new code, because the old one can be neither shown nor found.
 */
export async function issueDocument(tx: Tx, { id: encounterId, patientId, doctorId }: Encounter) {
  const fresh = newCode(encounterId);
  const { codeDigest, sealedCode } = fresh;
  await tx.prescriptionDocument.createMany({
    data: [{ encounterId, patientId, doctorId, codeDigest, sealedCode }],
    skipDuplicates: true,
  });
  const { withdrawnAt, withdrawnReason, ...stored } = await tx.prescriptionDocument.findUniqueOrThrow({
    where: { encounterId },
    select: { encounterId: true, sealedCode: true, withdrawnAt: true, withdrawnReason: true },
  });
  if (withdrawnAt) return { code: null, withdrawn: { at: withdrawnAt, reason: withdrawnReason } };
  const code = openCode(stored);
  if (code !== null) return { code, withdrawn: null };
  await tx.prescriptionDocument.update({ where: { encounterId }, data: { codeDigest, sealedCode } });
  return { code: fresh.code, withdrawn: null };
}
