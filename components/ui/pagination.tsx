import type { Route } from "next";
import { Button } from "./button";
import { Link } from "./link";

export type LoadMoreProps = {
  /** The same list with the next cursor; null when everything is shown. */
  href: Route | null;
  label?: string;
  /** Shown at the end of the list: "These are all 12". */
  end?: string;
};

/** The next page of a list read by cursor. A link, so that it can be opened, shared and used without scripts. */
export function LoadMore({ href, label = "Show more", end }: LoadMoreProps) {
  if (!href) return end ? <p className="mt-6 text-center text-sm text-quiet">{end}</p> : null;
  return (
    <div className="mt-6 flex justify-center">
      <Button asChild variant="secondary">
        <Link href={href} scroll={false} rel="next">
          {label}
        </Link>
      </Button>
    </div>
  );
}
