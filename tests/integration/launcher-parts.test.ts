import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { commandOf } from "@/scripts/embedded/processes";
import { addChannels } from "@/scripts/launcher/parts";
import { makePlan } from "@/scripts/launcher/plan";
import { Stack } from "@/scripts/launcher/stack";

const dataDir = mkdtempSync(join(tmpdir(), "caresync-parts-"));
const stack = new Stack();
let stranger: Server | undefined;

afterEach(async () => {
  stranger?.close();
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const parentOf = (pid: number) => {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]);
  } catch {
    return 0; // has just ended
  }
};

const channelsPid = () =>
  readdirSync("/proc")
    .map(Number)
    .find((pid) => parentOf(pid) === process.pid && commandOf(pid).includes("scripts/channels.ts")) ?? 0;

it.skipIf(process.platform !== "linux")(
  "a channels server whose port is taken returns on another one, and its dependents are restarted",
  async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const given = {
      NODE_ENV: "test",
      PATH: process.env.PATH,
      NEXTAUTH_URL: "http://localhost:3000",
      LOG_LEVEL: "silent",
    } as const;
    const plan = makePlan({ ...given, DATA_DIR: dataDir }, false);
    const renew = vi.fn(async () => {});
    await addChannels(stack, plan, given);
    let end = () => {};
    const exited = new Promise<void>((resolve) => (end = resolve));
    await stack.add("web server", async () => ({ exited, stop: async () => end(), renew }));
    const before = Number(plan.env.PUSHER_PORT);
    expect(before).toBeGreaterThanOrEqual(6001);

    process.kill(channelsPid(), "SIGKILL");
    await expect.poll(() => tryToHold(before)).toBe(true);
    await expect.poll(() => Number(plan.env.PUSHER_PORT), { timeout: 15_000 }).not.toBe(before);
    expect(plan.env.PUSHER_PUBLIC_PORT).toBe(plan.env.PUSHER_PORT);
    expect(renew).toHaveBeenCalledOnce();
  },
);

function tryToHold(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => {
      stranger = server;
      resolve(true);
    });
  });
}
