import type { Route } from "next";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/site/routes";

type DoctorView = "here" | "invited" | "requests";

type Props = { view: DoctorView; counts: { here: number; invited: number; requests: number } };

const VIEWS: { view: DoctorView; label: string; href: Route }[] = [
  { view: "here", label: "Here", href: routes.hospital.doctors() },
  { view: "invited", label: "Invited", href: routes.hospital.doctors({ view: "invited" }) },
  { view: "requests", label: "Ask to join", href: routes.hospital.doctors({ view: "requests" }) },
];

/** The three views of the hospital's doctors, each with its own address and count. */
export function DoctorViews({ view, counts }: Props) {
  return (
    <nav
      aria-label="Doctors by status"
      className="mb-5 flex [scrollbar-width:none] gap-1 overflow-x-auto border-b border-line"
    >
      {VIEWS.map((one) => (
        <Link
          key={one.view}
          href={one.href}
          aria-current={one.view === view ? "page" : undefined}
          className={cn(
            "-mb-px flex h-11 shrink-0 items-center gap-2 border-b-2 border-transparent px-3 text-sm font-medium text-quiet -outline-offset-2 hover:text-ink",
            "aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-accent",
          )}
        >
          {one.label}
          <span
            className={cn(
              "rounded-full px-1.5 text-xs leading-5 tabular",
              counts[one.view] > 0 && one.view === "requests" ? "bg-accent text-accent-ink" : "bg-sunken text-quiet",
            )}
          >
            {counts[one.view]}
          </span>
        </Link>
      ))}
    </nav>
  );
}
