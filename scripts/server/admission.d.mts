import type { ServerResponse } from "node:http";

export type Limits = { most: number; reserved: number; waiting: number; patienceMs: number; longestMs: number };
export type Turn = { kind: string; isUrgent: boolean; work: () => Promise<unknown>; refuse: () => void };

export class Admission {
  constructor(limits: Limits);
  readonly limits: Limits;
  readonly load: { active: number; waiting: number };
  enter(response: ServerResponse, turn: Turn): void;
}
