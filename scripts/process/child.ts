import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { isAnswer, monitorEventLoop } from "./watch";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A running piece of CareSync. `renew`: it replaces itself without a pause when its settings have changed. */
export type Part = { exited: Promise<void>; stop(): Promise<void>; renew?(): Promise<void> };

export type ChildOptions = {
  /** Arguments of node: a script and its own arguments. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** How long it may take to exit after SIGTERM. */
  stopMs?: number;
  /** Collects its output instead of showing it. */
  onOutput?: (text: string) => void;
  /** Its name in a sentence. It is killed when its event loop hangs. */
  watchedAs?: string;
  /** Receives its IPC messages. */
  onMessage?: (message: unknown) => void;
};

export type Child = Part & { code: Promise<number> };

/**
 * Starts node in its own process group (Ctrl-C reaches the launcher only) and with a channel to the launcher, so that
 * it exits when the launcher is killed.
 */
export function startChild({ args, env, stopMs = 10_000, watchedAs, onOutput, onMessage }: ChildOptions): Child {
  const output = onOutput ? "pipe" : "inherit";
  const endWithParent = new URL("./end-with-parent.mjs", import.meta.url).href;
  const child = spawn(process.execPath, ["--import", endWithParent, ...args], {
    cwd: ROOT,
    env: { ...setEmpty(), ...env, LAUNCHER_PID: String(process.pid) },
    detached: process.platform !== "win32",
    stdio: ["ignore", output, output, "ipc"],
  });
  child.stdout?.on("data", (chunk: Buffer) => onOutput?.(chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => onOutput?.(chunk.toString()));
  if (onMessage) child.on("message", (message) => isAnswer(message) || onMessage(message));
  if (watchedAs) monitorEventLoop(child, watchedAs);
  const code = new Promise<number>((resolve) => {
    child.once("error", () => resolve(1));
    child.once(onOutput ? "close" : "exit", (exitCode) => resolve(exitCode ?? 1));
  });
  const exited = code.then(() => undefined);
  return { code, exited, stop: () => stopChild(child, exited, stopMs) };
}

/** What was set empty on purpose: if it were missing, the child would take it from `.env`. */
const setEmpty = () => Object.fromEntries(Object.entries(process.env).filter(([, value]) => value === ""));

async function stopChild(child: ChildProcess, exited: Promise<void>, stopMs: number): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const late = await Promise.race([exited, sleep(stopMs, "late", { ref: false })]);
  if (late !== "late") return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // it has just ended by itself
  }
  await exited;
}
