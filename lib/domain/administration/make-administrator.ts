import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { hashPassword } from "@/lib/platform/auth/password";
import { newSecretToken } from "@/lib/platform/auth/secret-token";
import { config } from "@/lib/platform/config/config";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import { readEmail } from "@/lib/platform/text/email";
import { routes } from "@/lib/site/routes";

const VALID_MINUTES = 60;

export type MadeAdministrator = {
  /** Where a password is set: works once, for an hour. Only the caller knows it. */
  link: string;
  isNewAccount: boolean;
};

/**
 * Makes the account with this address an administrator's, and creates it if there is none. For operators at the
 * server's own console, so no permission is checked. An existing account keeps its password until the link is used.
 * Throws `invalid` for an invalid address, `forbidden` for a suspended account.
 */
export async function makeAdministrator(typedEmail: string): Promise<MadeAdministrator> {
  const email = readEmail(typedEmail);
  if (email === null) throw new AppError("invalid", "This isn't an email address.");
  const { token, tokenHash } = newSecretToken();
  // Random and unknown: the first password is set through the link.
  const passwordHash = await hashPassword(randomBytes(32).toString("base64url"));
  const isNewAccount = await inTransaction(SYSTEM_ACTOR, async (tx) => {
    const made = await tx.user.createManyAndReturn({
      data: [{ id: uuidv7(), email, name: "Administrator", passwordHash, isAdmin: true }],
      skipDuplicates: true,
      select: { id: true },
    });
    const user = made[0] ?? (await tx.user.findUniqueOrThrow({ where: { email }, select: { id: true, status: true } }));
    if ("status" in user && user.status !== "ACTIVE") {
      throw new AppError("forbidden", "This account is suspended. Reinstate it first, or choose another address.");
    }
    if (made.length === 0) {
      await tx.user.update({
        where: { id: user.id },
        data: { isAdmin: true, version: { increment: 1 } },
        select: { id: true },
      });
    }
    await tx.passwordReset.updateMany({ where: { userId: user.id, usedAt: null }, data: { usedAt: new Date() } });
    const expiresAt = new Date(Date.now() + VALID_MINUTES * 60_000);
    await tx.passwordReset.create({ data: { userId: user.id, tokenHash, expiresAt }, select: { id: true } });
    const details = { newAccount: made.length > 0 };
    await recordChange(tx, SYSTEM_ACTOR, {
      action: "user.made-administrator",
      subject: "user",
      subjectId: user.id,
      details,
    });
    return made.length > 0;
  });
  return { link: `${config.site.origin}${routes.resetPassword(token)}`, isNewAccount };
}
