import type { Actor } from "@/lib/actor/actor";
import { passwordMatches } from "@/lib/platform/auth/password";
import { db } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { takeToken } from "@/lib/platform/rate-limit/rate-limit";
import { ownOf } from "./policy";

/**
 * Asks for the password again before a step that a borrowed session or a stolen token must not take. Throws `invalid` at
 * `password`, or `rate-limited`: wrong ones and right ones count alike.
 */
export async function confirmPassword(actor: Actor, password: string): Promise<void> {
  const user = await db.user.findFirst({ where: ownOf(actor), select: { id: true, passwordHash: true } });
  if (!user) throw notFound();
  await takeToken({ name: "confirm-password", key: user.id, limit: 10, windowSeconds: 900 });
  if (await passwordMatches(password, user.passwordHash)) return;
  throw new AppError("invalid", undefined, { fields: [{ path: "password", message: "That isn't your password" }] });
}
