import type { IncomingMessage, ServerResponse } from "node:http";
import { counter } from "@/lib/platform/metrics/instruments";
import type { Moment } from "@/lib/platform/db/moment";
import { withPageNotes, type PageNotes } from "@/lib/platform/page-notes/page-notes";
import { MINUTE_MS } from "@/lib/platform/time/iso-text";
import { capture, type Captured } from "./capture";
import type { ChangeLog } from "./change-log";
import { givePage } from "./give-page";
import { KeptPages, type KeptPage } from "./kept-pages";
import { sharedRequestOf, type ReaderCookie, type SharedAddress, type SharedRequest } from "./shared-request";
import { templateOf } from "./template";

const answered = counter({
  name: "caresync_shared_pages_total",
  help: "Requests for pages and lists that are the same for everyone: those given out from memory, and those made.",
  labels: ["result"],
});

/** Who waits longer than this for a page that someone else has asked for gets one of their own. */
const PATIENCE_MS = 2_000;
/** How many addresses with a query are remembered, half of them at least: the first to ask for one keeps nothing. */
const MOST_ONE_OFFS = 4_000;
/** Of the connection, or made for each answer. */
const NOT_KEPT =
  /^(content-(encoding|length)|transfer-encoding|connection|keep-alive|date|x-request-id|ratelimit(-policy)?)$/;

type Options = {
  addresses: readonly SharedAddress[];
  zoneCookie: ReaderCookie;
  changes: ChangeLog;
  mostBytes: number;
  /** What a page says of the moment it is as of. */
  positionOf: (moment: Moment) => string;
};
/** Of a page that was made for someone: it, or that it is for them alone, or that they have left. */
type Made = KeptPage | "private" | "abandoned";
type Asked = { request: IncomingMessage; response: ServerResponse; pass: () => void };

/**
 * Answers requests for what is the same for everyone from memory. Before a kept page is given out PostgreSQL is asked
 * whether anything on it has changed, so that no answer misses what was committed before its request. Everything else is
 * passed on. A page that many ask for at once is made once.
 */
export class SharedPages {
  private readonly kept: KeptPages;
  private readonly making = new Map<string, Promise<Made>>();
  private seen = new Set<string>();
  private seenBefore = new Set<string>();

  constructor(private readonly options: Options) {
    this.kept = new KeptPages(options.mostBytes);
  }

  get bytes(): number {
    return this.kept.bytes;
  }

  /** `pass` has the application make the answer. */
  answer(request: IncomingMessage, response: ServerResponse, pass: () => void): void {
    const shared = sharedRequestOf(request, this.options.addresses, this.options.zoneCookie);
    if (shared) void this.answerShared(shared, { request, response, pass });
    else pass();
  }

  /** Lets go of what has changed or is over; from time to time, for the memory's sake alone. */
  sweep(): void {
    this.kept.sweep((page) => page.endsAt > Date.now() && this.options.changes.isCurrent(page.since, page.tags));
  }

  private async answerShared(shared: SharedRequest, asked: Asked): Promise<void> {
    const arrivedAt = new Date();
    // Without a database there is nothing to keep, and the application says so in its own way.
    const caughtUp = await this.options.changes.caughtUp().catch(() => null);
    if (asked.response.destroyed) return;
    if (caughtUp === null) return asked.pass();
    const { number: since, moment } = caughtUp;
    const positionOf = () => this.options.positionOf(moment);
    const mayMake = asked.request.method !== "HEAD" && !this.isFirst(shared);
    const found = await this.findOrMake(shared, { ...asked, since, mayMake });
    answered({ result: found ? "kept" : "made" });
    if (found === null) asked.pass();
    if (found)
      await givePage(found, { ...asked, address: shared.address, arrivedAt, positionOf }).catch(
        () => asked.response.headersSent || asked.pass(),
      );
  }

  /**
   * Finds a page that contains what this request may expect, if need be when it has been made for someone else. Undefined
   * when it is being made for this request, null when no one may share it.
   */
  private async findOrMake(
    shared: SharedRequest,
    asked: Asked & { since: number; mayMake: boolean },
  ): Promise<KeptPage | null | undefined> {
    const { key } = shared;
    // A page that began to be made before this request may lack a change; the next one can't.
    for (let round = 0; round < 3; round++) {
      if (asked.response.destroyed) return undefined;
      const kept = this.kept.find(key);
      if (kept && this.isGood(kept, asked.since)) return kept;
      const making = this.making.get(key);
      // Nothing may happen in between, or all who have waited would make it.
      if (!making) return asked.mayMake ? this.make(shared, asked) : null;
      const made = await Promise.race([making, late(PATIENCE_MS)]);
      if (made === "late" || made === "private") return null;
      if (made !== "abandoned" && this.isGood(made, asked.since)) return made;
    }
    return null;
  }

  private isGood(page: KeptPage, since: number): boolean {
    return page.endsAt > Date.now() && (page.since >= since || this.options.changes.isCurrent(page.since, page.tags));
  }

  private make({ key, address }: SharedRequest, { response, pass, since }: Asked & { since: number }): undefined {
    const endsAt = (Math.floor(Date.now() / MINUTE_MS) + 1) * MINUTE_MS;
    const captured = capture(response);
    const notes = withPageNotes(pass);
    const making = captured.then((answer): Made => {
      if (this.making.get(key) === making) this.making.delete(key);
      if (!answer) return "abandoned";
      const page = isShareable(answer, notes) ? pageOf(answer, notes, { address, since, endsAt }) : null;
      if (page) this.kept.keep(key, page);
      return page ?? "private";
    });
    this.making.set(key, making);
  }

  /** Of an address with a query nothing is kept before it is asked for a second time: most are asked for once. */
  private isFirst({ key, isOneOff }: SharedRequest): boolean {
    if (!isOneOff || this.seen.has(key)) return false;
    const isFirst = !this.seenBefore.has(key);
    if (this.seen.size >= MOST_ONE_OFFS) [this.seenBefore, this.seen] = [this.seen, new Set()];
    this.seen.add(key);
    return isFirst;
  }
}

function isShareable({ status, headers }: Captured, notes: PageNotes): boolean {
  return status === 200 && headers["set-cookie"] === undefined && !notes.isPrivate;
}

type Making = { address: SharedAddress; since: number; endsAt: number };

/** Null when a value of its own can't be told from the rest of the page. */
function pageOf({ headers, body }: Captured, notes: PageNotes, { address, since, endsAt }: Making): KeptPage | null {
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || NOT_KEPT.test(name) ? [] : [[name, String(value)] as const],
  );
  const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"] ?? ""))?.[1];
  const own: KeptPage["own"] = [
    ...(nonce === undefined ? [] : [{ text: nonce, kind: "nonce" as const }]),
    ...new Map(notes.own.map((value) => [value.text, value])).values(),
  ];
  // At a whole minute it may be a time that the page offers.
  if (own.some(({ text, kind }) => kind === "instant" && text.endsWith(":00.000Z"))) return null;
  const template = templateOf(
    body,
    own.map(({ text }) => text),
  );
  return { since, endsAt, tags: [...address.tags, ...notes.tags], headers: kept, template, own };
}

function late(ms: number): Promise<"late"> {
  return new Promise((resolve) => setTimeout(() => resolve("late"), ms).unref());
}
