import { Button } from "@/components/ui/button";
import { switchAccountAction } from "@/lib/domain/accounts/actions";

/** Signs out and leads to the sign-in page, and from there back to where one is now. */
export function SwitchAccountForm({ from, label }: { from: string; label: string }) {
  return (
    <form action={switchAccountAction}>
      <input type="hidden" name="from" value={from} />
      <Button type="submit" size="lg" block>
        {label}
      </Button>
    </form>
  );
}
