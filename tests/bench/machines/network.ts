import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The machines, each a network namespace with an address of its own on one bridge. */
const MACHINES = { one: 11, two: 12, db1: 21, db2: 22, pool: 31, hub: 41 } as const;
export type Machine = keyof typeof MACHINES;

const BRIDGE = "caresync0";
const space = (machine: Machine) => `caresync-${machine}`;
const wire = (machine: Machine) => `cs-${machine}`;
export const addressOf = (machine: Machine): string => `10.77.0.${MACHINES[machine]}`;
/** This process and the balancer are on it, too. */
export const HERE = "10.77.0.1";
const names = Object.keys(MACHINES) as Machine[];

const ip = (...args: string[]) => execFileSync("ip", args, { stdio: "pipe" });
const quietly = (...args: string[]) => {
  try {
    ip(...args);
  } catch {
    // not there
  }
};

/** What machines know the databases as; a failover changes what `db` means, as a provider's name does. */
export function nameDatabase(primary: Machine, replica: Machine): void {
  const text = `127.0.0.1 localhost\n${addressOf(primary)} db\n${addressOf(replica)} db-replica\n`;
  for (const machine of names) {
    const folder = join("/etc/netns", space(machine));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "hosts"), text);
  }
}

export function removeNetwork(): void {
  for (const machine of names) {
    quietly("netns", "del", space(machine));
    if (existsSync(join("/etc/netns", space(machine)))) rmSync(join("/etc/netns", space(machine)), { recursive: true });
  }
  quietly("link", "del", BRIDGE);
}

/** Makes the machines and the bridge between them; needs root. */
export function makeNetwork(): void {
  removeNetwork();
  nameDatabase("db1", "db2");
  ip("link", "add", BRIDGE, "type", "bridge");
  ip("addr", "add", `${HERE}/24`, "dev", BRIDGE);
  ip("link", "set", BRIDGE, "up");
  for (const machine of names) {
    ip("netns", "add", space(machine));
    ip("link", "add", wire(machine), "type", "veth", "peer", "name", "eth0", "netns", space(machine));
    ip("link", "set", wire(machine), "master", BRIDGE, "up");
    const inside = ["-n", space(machine)];
    ip(...inside, "addr", "add", `${addressOf(machine)}/24`, "dev", "eth0");
    ip(...inside, "link", "set", "eth0", "up");
    ip(...inside, "link", "set", "lo", "up");
  }
}

/** Pulls a machine's cable: nothing it was sent is answered, and nothing says so. */
export const cut = (machine: Machine) => ip("link", "set", wire(machine), "down");
export const heal = (machine: Machine) => ip("link", "set", wire(machine), "up");

export type Start = { env?: NodeJS.ProcessEnv; log: string; user?: string };

/** Runs a program on a machine, by the same process ID all the way; its output goes to a file. */
export function runOn(machine: Machine, command: string[], { env, log, user }: Start): ChildProcess {
  const output = openSync(log, "a");
  const as = user === undefined ? [] : ["setpriv", `--reuid=${user}`, `--regid=${user}`, "--clear-groups"];
  const child = spawn("ip", ["netns", "exec", space(machine), ...as, ...command], {
    env: { ...process.env, ...env },
    stdio: ["ignore", output, output],
  });
  child.on("error", () => undefined);
  return child;
}

/** Kills at once, as a machine without power would. */
export async function end(child: ChildProcess | undefined, signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await ended;
}
