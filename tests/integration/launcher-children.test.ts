import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it, vi } from "vitest";
import { isAlive } from "@/scripts/embedded/processes";
import { ROOT, startChild } from "@/scripts/process/child";

const FOREVER = "setInterval(() => {}, 1000); process.stdout.write('up ' + process.pid + '\\n');";

function pidFrom(text: string): number {
  return Number(/up (\d+)/.exec(text)?.[1]);
}

it("a child exits when its launcher is killed with kill -9", async () => {
  const script = `import { startChild } from "${ROOT}scripts/process/child.ts";
    startChild({ args: ["-e", ${JSON.stringify(FOREVER)}], env: process.env });`;
  const launcher = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = (await once(launcher.stdout, "data")) as [Buffer];
  const pid = pidFrom(said.toString());
  expect(isAlive(pid)).toBe(true);
  launcher.kill("SIGKILL");
  await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false);
});

it("a child that ignores SIGTERM is killed at its deadline, with its own children", async () => {
  const stubborn = `process.on('SIGTERM', () => {}); ${FOREVER}`;
  let output = "";
  const child = startChild({
    args: ["-e", stubborn],
    env: process.env,
    stopMs: 200,
    onOutput: (text) => (output += text),
  });
  await expect.poll(() => output).toMatch(/up \d+/);
  await child.stop();
  expect(isAlive(pidFrom(output))).toBe(false);
});

it("a watched child that is frozen is noticed and killed", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  let output = "";
  const asked = `process.on("message", () => process.stdout.write("asked")); ${FOREVER}`;
  const child = startChild({
    args: ["-e", asked],
    env: process.env,
    watchedAs: "The child",
    onOutput: (text) => (output += text),
  });
  await expect.poll(() => output, { timeout: 30_000 }).toMatch(/up \d+[^]*asked/);
  process.kill(pidFrom(output), "SIGSTOP");
  await child.exited;
  expect(said).toHaveBeenCalledExactlyOnceWith("The child no longer responds; ending it.");
});

it("a child does not take from .env what was set empty for its launcher", async () => {
  process.env.CARESYNC_SET_EMPTY = "";
  let output = "";
  const child = startChild({
    args: ["-p", "JSON.stringify(process.env.CARESYNC_SET_EMPTY)"],
    env: { NODE_ENV: "test", PATH: process.env.PATH },
    onOutput: (text) => (output += text),
  });
  delete process.env.CARESYNC_SET_EMPTY;
  await child.exited;
  expect(output.trim()).toBe('""');
});

it("a process started by npm exits when npm's shell is terminated, although the signal stops there", async () => {
  const script = `import { waitForSignal } from "${ROOT}scripts/launcher/signals.ts";
    const done = waitForSignal(); ${FOREVER} await done; process.exit(0);`;
  const started = `"$NODE" --import tsx --input-type=module -e "$SCRIPT"; true`;
  const shell = spawn("sh", ["-c", started], {
    cwd: ROOT,
    env: { ...process.env, NODE: process.execPath, SCRIPT: script, npm_lifecycle_event: "start" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = (await once(shell.stdout, "data")) as [Buffer];
  const pid = pidFrom(said.toString());
  shell.kill("SIGTERM");
  await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false);
});
