"use client";
import { Armchair } from "lucide-react";
import { KeepFresh } from "@/components/realtime/keep-fresh";
import { useIsFresh } from "@/components/realtime/use-freshness";
import { EmptyState } from "@/components/ui/empty-state";
import { LocalTime } from "@/components/ui/local-time";
import { useNow } from "@/components/ui/use-now";
import { latestCalls } from "@/lib/domain/displays/format";
import type { Board, ShownQueue } from "@/lib/domain/displays/schema";
import { SpokenCalls } from "./spoken-calls";

type Props = { board: Board; title: string; speaks: boolean };

/** As many calls stand in large letters. */
const LARGE = 3;

/** What the screen shows: who is called and where to go, then who is next in each queue. Numbers, no names. */
export function DisplayBoard({ board: { queues, asOf }, title, speaks }: Props) {
  const calls = latestCalls(queues);
  return (
    <div className="flex min-h-dvh flex-col gap-6 p-6 lg:gap-10 lg:p-10">
      <KeepFresh asOf={asOf} />
      <header className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <h1 className="text-2xl lg:text-4xl">{title}</h1>
        <Clock asOf={asOf} />
      </header>
      <Age asOf={asOf} />
      <section aria-label="Called now" className="grid gap-4">
        <div role="status">
          <ul className="grid gap-4 lg:gap-6">
            {calls.slice(0, LARGE).map(({ number, room, calledAt }) => (
              <li
                key={`${number} ${calledAt}`}
                className="flex flex-wrap items-baseline gap-x-8 gap-y-1 rounded-lg bg-accent-soft p-6 text-5xl font-semibold lg:text-8xl"
              >
                <span className="tabular">{number}</span>
                <span className="text-3xl text-accent lg:text-6xl">{room ?? "Please go in"}</span>
              </li>
            ))}
          </ul>
        </div>
        {speaks ? <SpokenCalls calls={calls} /> : null}
      </section>
      {queues.length === 0 ? (
        <EmptyState
          icon={<Armchair />}
          title="No one is waiting yet"
          text="Numbers appear here when they are called."
        />
      ) : (
        <ul aria-label="Queues" className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {queues.map((queue) => (
            <Queue key={queue.id} queue={queue} />
          ))}
        </ul>
      )}
      <p className="mt-auto text-lg text-quiet lg:text-2xl">
        You’re called by the time of your appointment or, without one, in order of arrival. Urgent patients go first.
        Missed your number? Tell the front desk.
      </p>
    </div>
  );
}

function Queue({ queue: { letter, room, called, next, more } }: { queue: ShownQueue }) {
  return (
    <li className="rounded-lg border border-line bg-surface p-5">
      <h2 className="mb-3 text-xl lg:text-3xl">
        {letter}
        {room ? <span className="font-normal text-quiet"> · {room}</span> : null}
      </h2>
      <dl className="grid gap-2 text-lg lg:text-2xl">
        <Numbers label="Called" numbers={called.map(({ number }) => number)} />
        <Numbers label="Next" numbers={next} more={more} />
      </dl>
    </li>
  );
}

function Numbers({ label, numbers, more = 0 }: { label: string; numbers: readonly string[]; more?: number }) {
  return (
    <div className="flex items-baseline gap-4">
      <dt className="w-20 shrink-0 text-quiet lg:w-24">{label}</dt>
      <dd className="font-semibold tabular">
        {numbers.length > 0 ? numbers.join(" · ") : <span className="font-normal text-quiet">none</span>}
        {more > 0 ? <span className="font-normal text-quiet"> and {more} more</span> : null}
      </dd>
    </div>
  );
}

function Clock({ asOf }: { asOf: string }) {
  const now = new Date(useNow(asOf)).toISOString();
  return <LocalTime instant={now} style="time" className="text-2xl text-quiet tabular lg:text-4xl" />;
}

/** Said where no one can reload the page. */
function Age({ asOf }: { asOf: string }) {
  const isFresh = useIsFresh(asOf);
  return (
    <div role="status">
      {isFresh ? null : (
        <p className="rounded-lg bg-wait-soft p-4 text-xl text-wait">
          These numbers are from <LocalTime instant={asOf} style="time" />. Please ask at the front desk.
        </p>
      )}
    </div>
  );
}
