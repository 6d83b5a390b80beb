import { createECDH, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { runAlone, withOwnDatabase } from "./own-process";
import { say } from "@/scripts/process/say";

const BROWSERS = 10;
const PUSHES = 5_000;
const AT_ONCE = 50;
const SAID = { body: "Your appointment has a new time", path: "/", tag: "bench" };
const OPTIONS = { ttlSeconds: 3600, urgency: "high" } as const;

export const benchPush = (): Promise<void> => runAlone(import.meta.url);

/** Measures how many pushes a second one worker hands to a push service on loopback, with and without the database. */
async function measure(): Promise<void> {
  const { origin, count, stop } = await startPushService();
  Object.assign(process.env, { VAPID_PRIVATE_KEY: randomBytes(32).toString("base64url"), PUSH_HOSTS: origin });
  await withOwnDatabase(async () => {
    const [{ newPatient }, { addSubscription }, { pushToBrowser }, { sendPush }, { encryptPush }, { closeDb }] = [
      await import("@/tests/support/actors"),
      await import("@/lib/domain/push/add-subscription"),
      await import("@/lib/domain/push/internal/push-to-browser"),
      await import("@/lib/platform/push/send-push"),
      await import("@/lib/platform/push/encrypt-push"),
      await import("@/lib/platform/db/db"),
    ];
    const { actor } = await newPatient();
    const targets = Array.from({ length: BROWSERS }, (_, n) => ({ endpoint: `${origin}/${n}`, keys: newKeys() }));
    const ids: string[] = [];
    for (const target of targets) ids.push((await addSubscription(actor, { ...target, userAgent: "" })).id);
    say(`push: ${PUSHES} to ${BROWSERS} browsers, ${AT_ONCE} at a time`);
    const text = Buffer.alloc(200, "x");
    await rate("encrypted only", async (n) => void encryptPush(text, targets[n % BROWSERS]!.keys));
    const notification = { title: "CareSync", body: SAID.body, navigate: "http://localhost:3000/", tag: "bench" };
    await rate("sent", async (n) => {
      const { endpoint, keys } = targets[n % BROWSERS]!;
      await sendPush({ endpoint, ...keys }, notification, OPTIONS);
    });
    await rate(
      "sent and noted in the database",
      async (n) => void (await pushToBrowser(ids[n % BROWSERS]!, SAID, OPTIONS)),
    );
    if (count() !== 2 * PUSHES) throw new Error(`The push service got ${count()} of ${2 * PUSHES}.`);
    await closeDb();
  });
  stop();
}

async function rate(name: string, run: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const began = performance.now();
  const work = async () => {
    while (next < PUSHES) await run(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const seconds = (performance.now() - began) / 1000;
  say(
    `  ${name.padEnd(44)} ${Math.round(PUSHES / seconds)
      .toLocaleString("en-GB")
      .padStart(6)} a second`,
  );
}

function newKeys() {
  const ecdh = createECDH("prime256v1");
  ecdh.generateKeys();
  return { p256dh: ecdh.getPublicKey("base64url"), auth: randomBytes(16).toString("base64url") };
}

async function startPushService() {
  let got = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => {
      got++;
      response.writeHead(201).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => got,
    stop: () => server.closeAllConnections() ?? server.close(),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await measure();
