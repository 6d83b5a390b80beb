import { AsyncResource } from "node:async_hooks";

const GIVEN_UP_MS = 1_000;

/**
 * How much a web process does at once. A page costs milliseconds of processor time: a thousand started together all
 * finish too late, a few at a time all finish in time. So only a fixed number run, a few wait their turn, and the rest
 * is refused at once, which costs next to nothing. The site stays fast under any load.
 *
 * No kind of request (a page, a route) may take more than half of the places: when one waits for something slow, the
 * others continue. Emergency requests have places of their own.
 */
export class Admission {
  #active = 0;
  /** @type {Map<string, number>} */
  #activeOfKind = new Map();
  /** @type {Turn[]} */
  #waiting = [];

  /** @param {Limits} limits */
  constructor(limits) {
    this.limits = limits;
  }

  /** The number of running and waiting requests. */
  get load() {
    return { active: this.#active, waiting: this.#waiting.length };
  }

  /**
   * Starts `work` when there is room, or calls `refuse` when there is none in time. A client that hangs up while it waits
   * is forgotten. A place is free again when its work has ended, or after `longestMs`: a client that reads slowly costs
   * no processor time and must not keep others out.
   * @param {import("node:http").ServerResponse} response
   * @param {{ kind: string, isUrgent: boolean, work: () => Promise<unknown>, refuse: () => void }} request
   */
  enter(response, request) {
    /** @type {Turn} */
    const turn = { ...request, response, timer: undefined };
    // A queued request is started while another one ends, and must not inherit its async context: not in the log, not
    // in the pool.
    turn.work = AsyncResource.bind(request.work);
    if (this.#hasRoom(turn)) return this.#start(turn);
    if (!this.#mayWait(turn)) return turn.refuse();
    turn.timer = setTimeout(() => this.#forget(turn) && turn.refuse(), this.limits.patienceMs);
    this.#waiting.push(turn);
    response.once("close", () => this.#forget(turn));
  }

  /** @param {Turn} turn */
  #hasRoom({ kind, isUrgent }) {
    const { most, reserved } = this.limits;
    if (isUrgent) return this.#active < most + reserved;
    return this.#active < most && (this.#activeOfKind.get(kind) ?? 0) < most / 2;
  }

  /** @param {Turn} turn */
  #mayWait({ kind, isUrgent }) {
    const { waiting } = this.limits;
    if (isUrgent) return this.#waiting.length < 2 * waiting;
    return this.#waiting.length < waiting && this.#waiting.filter((other) => other.kind === kind).length < waiting / 2;
  }

  /** @param {Turn} turn */
  #start(turn) {
    this.#count(turn.kind, 1);
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      this.#count(turn.kind, -1);
      this.#startNext();
    };
    const timer = setTimeout(end, this.limits.longestMs);
    timer.unref();
    // A sent answer is done, whatever the handler's promise says. An abandoned request may run a little longer, and
    // counts so long.
    turn.response.once("close", () => (turn.response.writableFinished ? end() : setTimeout(end, GIVEN_UP_MS).unref()));
    turn.work().then(end, end);
  }

  /** @param {string} kind @param {1 | -1} step */
  #count(kind, step) {
    this.#active += step;
    const count = (this.#activeOfKind.get(kind) ?? 0) + step;
    if (count === 0) this.#activeOfKind.delete(kind);
    else this.#activeOfKind.set(kind, count);
  }

  #startNext() {
    const next = this.#waiting.find((turn) => turn.isUrgent) ?? this.#waiting.find((turn) => this.#hasRoom(turn));
    if (!next || !this.#hasRoom(next)) return;
    this.#forget(next);
    this.#start(next);
  }

  /** @param {Turn} turn whether it was still waiting */
  #forget(turn) {
    clearTimeout(turn.timer);
    const index = this.#waiting.indexOf(turn);
    if (index === -1) return false;
    this.#waiting.splice(index, 1);
    return true;
  }
}

/**
 * @typedef {object} Limits
 * @property {number} most how many are worked on at once
 * @property {number} reserved places beyond those, for urgent requests only
 * @property {number} waiting how many may wait
 * @property {number} patienceMs how long one waits at most
 * @property {number} longestMs after how long a place counts as free although its work has not ended
 */
/** @typedef {{ kind: string, isUrgent: boolean, work: () => Promise<unknown>, refuse: () => void, response: import("node:http").ServerResponse, timer: NodeJS.Timeout | undefined }} Turn */
