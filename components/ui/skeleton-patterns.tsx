import type { ReactNode } from "react";
import { Skeleton } from "./skeleton";

const rows = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Announces once that something is loading; the shapes themselves are silent. */
function Coming({ children }: { children: ReactNode }) {
  return (
    <div role="status">
      <span className="sr-only">Loading…</span>
      {children}
    </div>
  );
}

function HeaderShape() {
  return (
    <div className="mb-6 grid gap-2.5">
      <Skeleton className="h-8 w-64 max-w-full" />
      <Skeleton className="w-80 max-w-full" />
    </div>
  );
}

export type PatternProps = { count?: number; header?: boolean };

/** Rows with an avatar, two lines and a status at the end. */
export function ListSkeleton({ count = 5, header = false }: PatternProps) {
  return (
    <Coming>
      {header ? <HeaderShape /> : null}
      <div className="divide-y divide-line rounded-lg border border-line bg-surface">
        {rows(count).map((row) => (
          <div key={row} className="flex items-center gap-4 p-4">
            <Skeleton className="size-10 shrink-0 rounded-full" />
            <div className="grid flex-1 gap-2">
              <Skeleton className="w-2/5" />
              <Skeleton className="h-3.5 w-3/5" />
            </div>
            <Skeleton className="h-6 w-20 rounded-full" />
          </div>
        ))}
      </div>
    </Coming>
  );
}

/** A grid of cards with a title, lines and buttons. */
export function CardsSkeleton({ count = 6, header = false }: PatternProps) {
  return (
    <Coming>
      {header ? <HeaderShape /> : null}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {rows(count).map((card) => (
          <div key={card} className="grid gap-4 rounded-lg border border-line bg-surface p-5">
            <div className="flex items-center gap-4">
              <Skeleton className="size-14 shrink-0 rounded-full" />
              <div className="grid flex-1 gap-2">
                <Skeleton className="w-4/5" />
                <Skeleton className="h-3.5 w-3/5" />
              </div>
            </div>
            <Skeleton className="h-3.5" />
            <div className="flex gap-2">
              <Skeleton className="h-10 flex-1" />
              <Skeleton className="h-10 flex-1" />
              <Skeleton className="h-10 flex-1" />
            </div>
          </div>
        ))}
      </div>
    </Coming>
  );
}

/** A thing's page: its title, its facts, and a narrower card beside them. */
export function DetailSkeleton() {
  return (
    <Coming>
      <Skeleton className="mb-3 h-4 w-40" />
      <Skeleton className="mb-6 h-8 w-72 max-w-full" />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <Skeleton className="h-72 rounded-lg" />
        <Skeleton className="h-48 rounded-lg" />
      </div>
    </Coming>
  );
}

/** Labels above controls, and the button at the end. */
export function FormSkeleton({ count = 4, header = false }: PatternProps) {
  return (
    <Coming>
      {header ? <HeaderShape /> : null}
      <div className="grid max-w-lg gap-5">
        {rows(count).map((field) => (
          <div key={field} className="grid gap-2">
            <Skeleton className="h-3.5 w-28" />
            <Skeleton className="h-10" />
          </div>
        ))}
        <Skeleton className="h-10 w-32" />
      </div>
    </Coming>
  );
}

/** Times on the left, things on the right. */
export function TimelineSkeleton({ count = 6, header = false }: PatternProps) {
  return (
    <Coming>
      {header ? <HeaderShape /> : null}
      <div className="grid gap-3">
        {rows(count).map((row) => (
          <div key={row} className="flex gap-4">
            <Skeleton className="mt-4 h-3.5 w-12 shrink-0" />
            <div className="grid flex-1 gap-2 rounded-lg border border-line bg-surface p-4">
              <Skeleton className="w-1/2" />
              <Skeleton className="h-3.5 w-1/3" />
            </div>
          </div>
        ))}
      </div>
    </Coming>
  );
}
