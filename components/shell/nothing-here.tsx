import { SearchX } from "lucide-react";
import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/site/routes";

export type NothingHereProps = { home: { href: Route; label: string } };

/** Shown in place of a page that does not exist, or that this reader may not see: the two look alike. */
export function NothingHere({ home }: NothingHereProps) {
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center px-4 py-20 text-center sm:py-28">
      <span
        aria-hidden
        className="mb-5 flex size-14 items-center justify-center rounded-full bg-accent-soft text-accent"
      >
        <SearchX className="size-7" />
      </span>
      <h1 className="text-2xl">There is nothing here</h1>
      <p className="mt-2 text-quiet">
        This page doesn&apos;t exist or you don&apos;t have access. If someone sent you the link, ask them for a new
        one.
      </p>
      <div className="mt-7 flex flex-wrap justify-center gap-2">
        <Button asChild>
          <Link href={home.href}>{home.label}</Link>
        </Button>
        <Button asChild variant="secondary">
          <Link href={routes.doctors.list()}>Find a doctor</Link>
        </Button>
      </div>
    </div>
  );
}
