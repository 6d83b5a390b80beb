import { Hourglass } from "lucide-react";
import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

/** The way to a waitlist, in the head of a page. */
export function WaitlistLink({ href }: { href: Route }) {
  return (
    <Button asChild variant="secondary">
      <Link href={href}>
        <Hourglass aria-hidden /> Waitlist
      </Link>
    </Button>
  );
}
