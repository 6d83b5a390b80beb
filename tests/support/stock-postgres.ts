import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serverUser } from "@/scripts/embedded/binaries";

const DEBIAN = "/usr/lib/postgresql";
const NEEDED = ["initdb", "postgres", "psql", "pg_dump", "pg_restore", "pg_isready"];
const OLDEST = 15;

/** Returns the folder of this machine's own PostgreSQL programs, oldest supported version first. */
export function findStockPostgres(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).filter((name) => Number(name) >= OLDEST) : [];
  return versions
    .sort((a, b) => Number(a) - Number(b))
    .map((version) => join(DEBIAN, version, "bin"))
    .find((bin) => NEEDED.every((program) => existsSync(join(bin, program))) && hasContrib(bin));
}

function hasContrib(bin: string): boolean {
  const share = `/usr/share/postgresql/${bin.split("/").at(-2)}/extension`;
  return existsSync(join(share, "earthdistance.control"));
}

export type StockPostgres = {
  /** Runs one of PostgreSQL's programs against the server; throws with its output when it fails. */
  run(program: string, args: string[], user?: string): string;
  url(user: string, database: string): string;
  stop(): Promise<void>;
};

/** A temporary server of that PostgreSQL, trusting everyone on 127.0.0.1; `postgres` is its superuser. */
export async function startStockPostgres(bin: string): Promise<StockPostgres> {
  const runAs = serverUser();
  const folder = mkdtempSync(join(tmpdir(), "caresync-stock-postgres-"));
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    chownSync(folder, runAs.uid, runAs.gid);
    chmodSync(folder, 0o755);
  }
  const data = join(folder, "data");
  execFileSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "postgres", "--encoding=UTF8", "--locale=C", "--auth=trust", "--no-sync"],
    {
      ...runAs,
      stdio: "pipe",
      cwd: folder,
    },
  );
  const port = await freePort();
  const settings = [
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${folder}`,
    "fsync=off",
    "synchronous_commit=off",
  ];
  const server = spawn(
    join(bin, "postgres"),
    ["-D", data, "-p", String(port), ...settings.flatMap((one) => ["-c", one])],
    {
      ...runAs,
      stdio: "ignore",
      cwd: folder,
    },
  );
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const environment = (user: string) => ({ ...process.env, PGHOST: "127.0.0.1", PGPORT: String(port), PGUSER: user });
  const run = (program: string, args: string[], user = "postgres") => {
    const { status, stdout, stderr } = spawnSync(join(bin, program), args, {
      env: environment(user),
      encoding: "utf8",
      cwd: tmpdir(),
    });
    if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
    return stdout;
  };
  while (spawnSync(join(bin, "pg_isready"), ["-q"], { env: environment("postgres") }).status !== 0) {
    if (server.exitCode !== null) throw new Error("The PostgreSQL of this machine did not start.");
  }
  return {
    run,
    url: (user, database) => `postgresql://${user}@127.0.0.1:${port}/${database}`,
    async stop() {
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
