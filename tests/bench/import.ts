import { signAccessToken } from "@/lib/platform/auth/access-token";
import { createHospital, createStaff, createWard } from "@/tests/support/factories";
import { say } from "@/scripts/process/say";
import type { BenchStack } from "./stack";

const ROWS = 10_000;
const WARDS = 50;

const FIRST_NAMES = ["Anna", "Ben", "Clara", "Dora", "Erik", "Fay", "Gil", "Hal", "Ivy", "Jana"];
const SYLLABLES = ["bach", "berg", "dale", "feld", "gate", "ham", "hurst", "ley", "ridge", "wick"];
const at = <T>(list: readonly T[], n: number) => list[Math.floor(n) % list.length]!;
/** A thousand family names, each with ten first names, and about as many people born on a day as a town has. */
const nameOf = (n: number) =>
  `${at(FIRST_NAMES, n)} ${at(["Al", "Ber", "Cor", "Dun", "El", "Fen", "Gar", "Hol", "Ing", "Jor"], n / 10)}${at(SYLLABLES, n / 100)}${at(SYLLABLES, n / 1_000)}`;
const birthOf = (n: number) =>
  new Date(Date.UTC(1930, 0, 1) + ((n * 7_919) % 33_000) * 86_400_000).toISOString().slice(0, 10);

/** Files of 10,000 rows over REST, from the upload through the dry run to the last row, and undoing. */
export async function benchImport({ baseUrl }: BenchStack): Promise<void> {
  const hospital = await createHospital();
  const { user } = await createStaff(hospital.id);
  for (let n = 0; n < WARDS; n++) await createWard(hospital.id, { name: `Ward ${n}` });
  const token = await signAccessToken(user.id, 0);
  const files = {
    BEDS: ["ward,label", (n: number) => `Ward ${n % WARDS},${n}`],
    AMBULANCES: [
      "registration,kind,crew_phone,latitude,longitude",
      (n: number) => `B-${n},BASIC,+49 30 5550100,52.5,13.4`,
    ],
    DOCTORS: ["email,department,message", (n: number) => `doctor-${n}@example.org,,`],
    PATIENTS: [
      "record_number,name,birth_date,phone,is_new",
      (n: number) => `${n},${nameOf(n)},${birthOf(n)},+49 30 ${5_500_000 + n},yes`,
    ],
  } as const;
  for (const [kind, [header, row]] of Object.entries(files)) {
    const content = `${header}\n${Array.from({ length: ROWS }, (_, n) => row(n)).join("\n")}\n`;
    const began = performance.now();
    const { id } = await send("POST", `/api/hospitals/${hospital.id}/imports`, { kind, content });
    await until(id, "CHECKED");
    const checked = performance.now();
    await send("POST", `/api/imports/${id}/run`);
    await until(id, "DONE");
    const done = performance.now();
    await send("POST", `/api/imports/${id}/undo`);
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
    say(
      `import of ${ROWS} ${kind.toLowerCase()}: ${seconds(began, done)} s (20 at most wanted), of which upload and dry run ` +
        `${seconds(began, checked)} s; undone in ${seconds(done, performance.now())} s`,
    );
  }

  async function send(method: "GET" | "POST", path: string, body?: object): Promise<{ id: string; status: string }> {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const answer = await fetch(`${baseUrl}${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return (await answer.json()) as { id: string; status: string };
  }

  async function until(id: string, status: string): Promise<void> {
    for (;;) {
      const { status: now } = await send("GET", `/api/imports/${id}`);
      if (now === status) return;
      if (now === "FAULTY" || now === "FAILED") throw new Error(`The import is ${now}.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
