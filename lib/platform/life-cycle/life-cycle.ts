/** The words of one life cycle; a condition is what a step needs besides state, role and reason. */
type Words = { state: string; requestable: string; role: string; condition: string; stamp: string };

/** What has to hold before someone takes a step. `reason`: they say why. */
export type Condition<W extends Words> = "reason" | W["condition"];

/**
 * How a thing goes through its states: every step there is, who may take it and what it needs. A database trigger allows
 * the same steps and no others; tests/integration/life-cycles.test.ts compares the two cell by cell.
 */
export type LifeCycle<W extends Words> = {
  states: readonly W["state"][];
  /** The states a person may ask for by name, in the order in which they are offered. */
  requestable: readonly W["requestable"][];
  /** From → to → who may → what it needs. From a state to itself is a change within it. */
  steps: Partial<Record<W["state"], Partial<Record<W["state"], Partial<Record<W["role"], readonly Condition<W>[]>>>>>>;
  /** Steps taken by mistake, by the state they led to. `withinMinutes`: for so long; otherwise until the next step. */
  undo?: Partial<Record<W["state"], { by: readonly W["role"][]; withinMinutes?: number }>>;
  /** The column that keeps when the state was reached. */
  stamps: Partial<Record<W["state"], W["stamp"]>>;
  /** Where both are possible and the key needs a reason, only the value is offered: it would be the same choice twice. */
  sameChoice?: Partial<Record<W["requestable"], W["requestable"]>>;
};

export type StepVerdict<C extends string = never> = "allowed" | "no-such-step" | "not-your-step" | "reason" | C;
export type AvailableStep<S extends string> = { to: S; needsReason: boolean };

/**
 * Whether someone in these roles may go from one state to another. The answer of the role that comes closest: `allowed`
 * if any role may, else the condition that is missing, else that the step is not theirs or does not exist.
 */
export function check<W extends Words>(
  cycle: LifeCycle<W>,
  { from, to, roles }: { from: W["state"]; to: W["state"]; roles: readonly W["role"][] },
  isMet: (condition: Condition<W>) => boolean,
): StepVerdict<W["condition"]> {
  const step = cycle.steps[from]?.[to];
  if (!step) return "no-such-step";
  let verdict: StepVerdict<W["condition"]> = "not-your-step";
  for (const role of roles) {
    const conditions = step[role];
    if (!conditions) continue;
    const missing = conditions.find((condition) => !isMet(condition));
    if (missing === undefined) return "allowed";
    verdict = missing;
  }
  return verdict;
}

/** The steps to another state that someone in these roles may take and ask for by name; those that need a reason say so. */
export function availableSteps<W extends Words>(
  cycle: LifeCycle<W>,
  { from, roles }: { from: W["state"]; roles: readonly W["role"][] },
  isMet: (condition: W["condition"]) => boolean,
): AvailableStep<W["requestable"]>[] {
  const isAllowed = (to: W["requestable"], hasReason: boolean) =>
    check(cycle, { from, to, roles }, (one) => (one === "reason" ? hasReason : isMet(one))) === "allowed";
  const steps = cycle.requestable
    .filter((to) => to !== from && isAllowed(to, true))
    .map((to) => ({ to, needsReason: !isAllowed(to, false) }));
  return steps.filter(({ to, needsReason }) => !needsReason || !steps.some((one) => one.to === cycle.sameChoice?.[to]));
}

export type UndoVerdict = "allowed" | "no-such-step" | "not-your-step" | "too-late";

/** Whether someone in these roles may undo at `now` the step that led to `state` at `reachedAt`. */
export function checkUndo<W extends Words>(
  cycle: LifeCycle<W>,
  { state, reachedAt, roles }: { state: W["state"]; reachedAt: Date | null; roles: readonly W["role"][] },
  now: Date,
): UndoVerdict {
  const undo = cycle.undo?.[state];
  if (!undo) return "no-such-step";
  if (!undo.by.some((role) => roles.includes(role))) return "not-your-step";
  if (undo.withinMinutes === undefined) return "allowed";
  const isLate = reachedAt === null || now.getTime() - reachedAt.getTime() > undo.withinMinutes * 60_000;
  return isLate ? "too-late" : "allowed";
}

/** The time of a step, in the column that keeps it. */
export function stampOf<W extends Words>(
  cycle: LifeCycle<W>,
  to: W["state"],
  at: Date,
): Partial<Record<W["stamp"], Date>> {
  const column = cycle.stamps[to];
  return column === undefined ? {} : ({ [column]: at } as Partial<Record<W["stamp"], Date>>);
}

/** Whether no step leads on from here; it may still be undone. */
export function isFinal<W extends Words>(cycle: LifeCycle<W>, state: W["state"]): boolean {
  return cycle.steps[state] === undefined;
}

/** Every other state a thing may have next, by a step or by undoing the one that led to `from`. */
export function nextStates<W extends Words>(cycle: LifeCycle<W>, from: W["state"]): W["state"][] {
  return cycle.states.filter((to) => {
    const isUndone = cycle.undo?.[from] !== undefined && cycle.steps[to]?.[from] !== undefined;
    return to !== from && (isUndone || cycle.steps[from]?.[to] !== undefined);
  });
}
