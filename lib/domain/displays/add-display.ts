import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import type { Owner } from "@/lib/actor/owner";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { newSecretToken } from "@/lib/platform/auth/secret-token";
import { config } from "@/lib/platform/config/config";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { routes } from "@/lib/site/routes";
import { displayEvent } from "./events";
import { canKeepDisplays } from "./policy";
import { displaySelect, toDisplay } from "./queries";
import type { addDisplayBody, NewDisplay } from "./schema";
import { MOST_DISPLAYS } from "./status";

type Input = z.output<typeof addDisplayBody>;

/**
 * Adds a screen, and answers its address, only this once: only a hash of the secret in it is kept. Throws `not-found`,
 * `invalid` (doctors who don't work there), `quota-reached`.
 */
export async function addDisplay(actor: Actor, owner: Owner, input: Input): Promise<NewDisplay> {
  if (!canKeepDisplays(actor, owner)) throw notFound();
  const { token, tokenHash } = newSecretToken();
  const display = await inTransaction(
    actor,
    async (tx) => {
      await requireDoctors(tx, owner, input.doctorIds);
      if ((await tx.waitingDisplay.count({ where: { ...owner, endedAt: null } })) >= MOST_DISPLAYS)
        throw new AppError("quota-reached", `A place has at most ${MOST_DISPLAYS} screens. End one of them first.`);
      const data = {
        ...owner,
        name: input.name,
        speaks: input.speaks,
        doctorIds: [...new Set(input.doctorIds)],
        tokenHash,
      };
      const row = await tx.waitingDisplay.create({ data, select: displaySelect });
      const audit = { action: "display.add", subject: "display", subjectId: row.id, ...owner };
      await recordChange(tx, actor, audit, [displayEvent("display.added", row)]);
      return row;
    },
    { locks: [`displays:${owner.doctorId ?? owner.hospitalId}`] },
  );
  // In the fragment, which browsers send to no server.
  return { ...toDisplay(display), url: `${config.site.origin}${routes.display.open()}#${token}` };
}

/** A hospital's screen shows its own doctors; in a practice there is one. */
async function requireDoctors(tx: Tx, { hospitalId }: Owner, doctorIds: string[]): Promise<void> {
  const wanted = [...new Set(doctorIds)];
  if (wanted.length === 0) return;
  const here = hospitalId === null ? 0 : await countDoctors(tx, hospitalId, wanted);
  if (here === wanted.length) return;
  throw new AppError("invalid", undefined, {
    fields: [{ path: "doctorIds", message: "Choose doctors who work here" }],
  });
}

function countDoctors(tx: Tx, hospitalId: string, doctorIds: string[]): Promise<number> {
  return tx.affiliation.count({ where: { hospitalId, doctorId: { in: doctorIds }, status: "ACTIVE" } });
}
