import { randomUUID } from "node:crypto";
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "../client";
import { slotAt } from "../people";

const ATTEMPT_MS = 10_000;
const RETRY_MS = 200;
const GIVE_UP_MS = 90_000;
/** Between two pieces of work of one person. */
const PAUSE_MS = 60;

type Answer = { status: number; body: string };
type Person = { token: string; patientId: string };
/** A booking that was answered 201. */
export type Entry = { id: string; doctorId: string; patientId: string; start: string };
export type Tally = {
  writes: number;
  reads: number;
  /** Attempts that failed, by what was answered; each was made again. */
  failures: Record<string, number>;
  givenUp: number;
  /** Bookings that were made although their answer was lost: sent again, they find their time taken by themselves. */
  unanswered: number;
  /** The longest time in which no one's booking was accepted. */
  longestPauseMs: number;
  p95Ms: number;
};

/** People who book and look around all the time, and remember what they were promised. */
export class Load {
  readonly promised: Entry[] = [];
  readonly unanswered: Omit<Entry, "id">[] = [];
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  private isOver = false;
  private lanes: Promise<void>[] = [];
  private next = 0;
  private times: number[] = [];
  private acceptedAt = performance.now();
  private tally = this.empty();

  constructor(
    private readonly baseUrl: string,
    private readonly people: Person[],
    private readonly doctors: { doctorId: string }[],
  ) {}

  private empty(): Tally {
    return { writes: 0, reads: 0, failures: {}, givenUp: 0, unanswered: 0, longestPauseMs: 0, p95Ms: 0 };
  }

  start(): void {
    this.lanes = this.people.flatMap((person, nth) => [this.book(person, nth), this.look()]);
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.lanes);
    this.agent.destroy();
  }

  /** What happened since it was last asked. */
  take(): Tally {
    const taken = { ...this.tally, p95Ms: percentile(this.times, 0.95) };
    this.tally = this.empty();
    this.times = [];
    this.acceptedAt = performance.now();
    return taken;
  }

  private async book(person: Person, nth: number): Promise<void> {
    while (!this.isOver) {
      const doctor = this.doctors[nth % this.doctors.length]!;
      const entry = { doctorId: doctor.doctorId, start: slotAt(this.next++ % 17_000) };
      const key = randomUUID();
      const headers = {
        Authorization: `Bearer ${person.token}`,
        "Content-Type": "application/json",
        "Idempotency-Key": key,
      };
      const answer = await this.insist("POST", "/api/appointments", headers, JSON.stringify(entry), 201);
      if (answer?.status === 409) {
        this.unanswered.push({ patientId: person.patientId, ...entry });
        this.tally.unanswered += 1;
      } else if (answer) {
        const { id } = JSON.parse(answer.body) as { id: string };
        this.promised.push({ id, patientId: person.patientId, ...entry });
        this.tally.writes += 1;
        const at = performance.now();
        this.tally.longestPauseMs = Math.max(this.tally.longestPauseMs, at - this.acceptedAt);
        this.acceptedAt = at;
      }
      await sleep(PAUSE_MS);
    }
  }

  private async look(): Promise<void> {
    for (let nth = 0; !this.isOver; nth += 1) {
      const path = nth % 4 === 0 ? "/doctors" : "/api/doctors?limit=5";
      if (await this.insist("GET", path, {}, "", 200)) this.tally.reads += 1;
      await sleep(4 * PAUSE_MS);
    }
  }

  /** Sends it until it is answered, as a client does that wants it done: with the same key, so that it is done once. */
  private async insist(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: string,
    wanted: number,
  ): Promise<Answer | null> {
    const began = performance.now();
    for (;;) {
      const startedAt = performance.now();
      const answer = await this.send(method, path, headers, body).catch(
        (error: NodeJS.ErrnoException) => error.code ?? error.message,
      );
      if (typeof answer !== "string" && answer.status === wanted) {
        this.times.push(performance.now() - startedAt);
        return answer;
      }
      if (typeof answer !== "string" && codeOf(answer.body) === "slot-taken") return answer;
      const what = typeof answer === "string" ? answer : `${answer.status} ${codeOf(answer.body)}`;
      this.tally.failures[what] = (this.tally.failures[what] ?? 0) + 1;
      const isRefused =
        typeof answer !== "string" && answer.status < 500 && answer.status !== 429 && answer.status !== 409;
      if (isRefused || performance.now() - began > GIVE_UP_MS) {
        this.tally.givenUp += 1;
        return null;
      }
      await sleep(RETRY_MS);
    }
  }

  private send(method: string, path: string, headers: Record<string, string>, body: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = { ...headers, "Content-Length": String(Buffer.byteLength(body)) };
      const request = http.request(
        `${this.baseUrl}${path}`,
        { method, agent: this.agent, headers: sent, timeout: ATTEMPT_MS },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () =>
            resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
          );
        },
      );
      request.on("timeout", () => request.destroy(Object.assign(new Error("no answer"), { code: "no answer" })));
      request.on("error", reject);
      request.end(body);
    });
  }
}

function codeOf(body: string): string {
  try {
    return (JSON.parse(body) as { code?: string }).code ?? "";
  } catch {
    return "";
  }
}
