import { createHmac, timingSafeEqual } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { config } from "@/lib/platform/config/config";

/** How long a browser stays known after its last sign-in. */
export const DEVICE_SECONDS = 180 * 24 * 3600;
/** The most accounts a shared computer is known to; the one that signed in longest ago is dropped first. */
const MAX_ACCOUNTS = 12;

/**
 * A browser on which accounts have signed in before. Guessing elsewhere does not slow these accounts here. It names
 * accounts by digests only the server can compute, and forgets an account when its password changes.
 */
export type Device = { id: string; accounts: string[] };
type Account = { userId: string; sessionEpoch: number };

const deviceSchema = z.strictObject({ id: z.uuid(), accounts: z.array(z.string()).max(MAX_ACCOUNTS), until: z.int() });

/** Reads the device from a cookie's value; null without one, or when it is forged or expired. */
export function readDevice(value: string | undefined, now = Date.now()): Device | null {
  const [text = "", seal = ""] = value?.split(".") ?? [];
  if (text === "" || !isSame(seal, sealOf(text))) return null;
  const device = deviceSchema.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8"))).data;
  return device && device.until > now ? { id: device.id, accounts: device.accounts } : null;
}

/** Returns the cookie's value for a device on which this account has just signed in. */
export function deviceToken(device: Device | null, account: Account, now = Date.now()): string {
  const own = digestOf(account);
  const accounts = [own, ...(device?.accounts ?? []).filter((one) => one !== own)].slice(0, MAX_ACCOUNTS);
  const text = Buffer.from(
    JSON.stringify({ id: device?.id ?? uuidv7(), accounts, until: now + DEVICE_SECONDS * 1000 }),
  ).toString("base64url");
  return `${text}.${sealOf(text)}`;
}

/** Tells whether this account has signed in on the device since its password last changed. */
export function isKnownTo(device: Device | null, account: Account): device is Device {
  return device?.accounts.includes(digestOf(account)) ?? false;
}

function digestOf({ userId, sessionEpoch }: Account): string {
  return keyed(`account:${userId}:${sessionEpoch}`).slice(0, 22);
}

function sealOf(text: string): string {
  return keyed(`device:${text}`);
}

// Under its own name, so that no other token of the site is valid here.
function keyed(text: string): string {
  return createHmac("sha256", `caresync-known-device:${config.auth.secret}`).update(text).digest("base64url");
}

function isSame(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}
