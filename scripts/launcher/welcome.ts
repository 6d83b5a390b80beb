import { setTimeout as sleep } from "node:timers/promises";
import { releaseText, rulesRelease } from "@/lib/platform/time/rules-release";
import type { Plan } from "./plan";
import { StartError } from "../process/start-error";

const DEMO_PASSWORD = "demo-care-sync";
const DEMO_ACCOUNTS = ["patient", "doctor", "hospital", "admin"];

/** Waits until the site's health check answers. */
export async function waitUntilLive(plan: Plan): Promise<void> {
  const host = !plan.host || plan.host === "0.0.0.0" || plan.host === "::" ? "127.0.0.1" : plan.host;
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${plan.port}/api/health/live`;
  const deadline = Date.now() + (plan.dev ? 180_000 : 60_000);
  while (Date.now() < deadline) {
    const response = await fetch(url, { signal: AbortSignal.timeout(plan.dev ? 120_000 : 5_000) }).catch(
      () => undefined,
    );
    await response?.body?.cancel();
    if (response?.ok) return;
    await sleep(100);
  }
  throw new StartError("The web server didn't start in time: see the reason above.");
}

export function welcome(plan: Plan, hasDemo: boolean): string {
  const lines = [`CareSync is running: ${plan.env.NEXTAUTH_URL ?? `http://localhost:${plan.port}`}`];
  lines.push(releaseText(rulesRelease()));
  if (hasDemo) {
    lines.push("", `Sign in to the demo with the password ${DEMO_PASSWORD}:`);
    lines.push(...DEMO_ACCOUNTS.map((name) => `  ${name}@demo.test`));
  }
  return ["", ...lines, "", "Ctrl-C stops it.", ""].join("\n");
}
