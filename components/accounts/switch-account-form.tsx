import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { switchAccountAction } from "@/lib/domain/accounts/actions";

/** Signs out and returns here, to continue with another account. */
export function SwitchAccountForm({ from, label }: { from: Route; label: string }) {
  return (
    <form action={switchAccountAction}>
      <input type="hidden" name="from" value={from} />
      <Button type="submit" size="lg" block>
        {label}
      </Button>
    </form>
  );
}
