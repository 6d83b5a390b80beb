import { db, type Prisma } from "@/lib/platform/db/db";
import { TEST_PASSWORD } from "@/tests/support/factories";
import { listAt, listOf, on, theHospital, type Maker, type Permissions, type Thing } from "./asking";
import type { Cast } from "./cast";

/** An export that the hospital's manager has asked for; one at a time is being written. */
async function asked(cast: Cast, over: Partial<Prisma.DataExportUncheckedCreateInput>): Promise<string> {
  const by = { requestedByUserId: cast.manager.user.id };
  await db.dataExport.updateMany({
    where: { ...by, status: { in: ["WAITING", "RUNNING"] } },
    data: { status: "CANCELLED", finishedAt: new Date() },
  });
  const data = { hospitalId: cast.hospitalId, kind: "STAFF", format: "CSV", ...by } as const;
  return (await db.dataExport.create({ data: { ...data, ...over } })).id;
}

const underWay: Thing = (cast) => asked(cast, {});
const ready: Thing = (cast) => {
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 3_600_000);
  return asked(cast, { status: "READY", finishedAt: now, expiresAt });
};

const body = { format: "CSV", password: TEST_PASSWORD };
const asking: Maker = ({ hospitalId }) => ({ params: { id: hospitalId }, body: { kind: "STAFF", ...body } });

export const dataExports: Permissions = {
  "GET /api/hospitals/{id}/exports": { ask: listAt(theHospital, ready, { limit: "100" }), may: ["manager"] },
  "POST /api/hospitals/{id}/exports": { ask: asking, may: ["manager"], mayNot: ["coordinator"] },
  "GET /api/exports/{id}": { ask: on(ready), may: ["manager", "administrator"] },
  "POST /api/exports/{id}/cancel": { ask: on(underWay), may: ["manager"], mayNot: ["administrator"] },
  "GET /api/exports/{id}/file": { ask: on(ready), may: ["manager"] },
  "GET /api/admin/exports": { ask: listOf(ready), may: ["administrator"] },
  "POST /api/admin/exports": { ask: () => ({ body: { kind: "NUMBERS", ...body } }), may: ["administrator"] },
};
