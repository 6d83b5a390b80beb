import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/site/routes";

const VIEWS = [
  { view: "open", label: "To call" },
  { view: "done", label: "Done" },
] as const;

/** Who is still to be called, and who has been. */
export function ToCallViews({ view, portal }: { view: "open" | "done"; portal: "hospital" | "doctor" }) {
  return (
    <nav aria-label="Calls" className="mb-5 flex gap-1 border-b border-line">
      {VIEWS.map((one) => (
        <Link
          key={one.view}
          href={routes[portal].toCall(one.view === "done" ? { view: "done" } : {})}
          aria-current={one.view === view ? "page" : undefined}
          className={cn(
            "-mb-px flex h-11 items-center border-b-2 border-transparent px-3 text-sm font-medium text-quiet -outline-offset-2 hover:text-ink",
            "aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-accent",
          )}
        >
          {one.label}
        </Link>
      ))}
    </nav>
  );
}
