import { expect, vi } from "vitest";
import { sealAudit } from "@/lib/domain/audit/seal-audit";
import { db } from "@/lib/platform/db/db";

/** Seals everything written: once no transaction that began before, in any database of the server, could still come first. */
export async function sealAll(perSeal?: number): Promise<number> {
  const open = () => db.$queryRaw`
    SELECT 1 FROM "AuditEntry" WHERE "cluster" = "audit_cluster"()
      AND "txid" >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint LIMIT 1`;
  await vi.waitFor(async () => expect(await open()).toEqual([]), { timeout: 60_000 });
  return sealAudit(perSeal);
}
