import type { ReactNode } from "react";

type Props = { left: [ReactNode, ReactNode]; right: [ReactNode, ReactNode] };

/** Two columns, each with an upper and a lower part; on a phone, both upper parts come first. */
export function NowColumns({ left, right }: Props) {
  return (
    <div className="mt-8 grid items-start gap-8 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
      <Column above={[left[0], "max-lg:order-1"]} below={[left[1], "max-lg:order-3"]} />
      <Column above={[right[0], "max-lg:order-2"]} below={[right[1], "max-lg:order-4"]} />
    </div>
  );
}

type Placed = [part: ReactNode, order: string];

function Column({ above, below }: { above: Placed; below: Placed }) {
  return (
    <div className="grid min-w-0 gap-8 max-lg:contents">
      {[above, below].map(([part, order]) =>
        part ? (
          <div key={order} className={`min-w-0 ${order}`}>
            {part}
          </div>
        ) : null,
      )}
    </div>
  );
}
