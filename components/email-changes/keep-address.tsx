"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormMessage } from "@/components/ui/form-message";
import { LocalTime } from "@/components/ui/local-time";
import { toast } from "@/components/ui/toast";
import { keepAddressAction } from "@/lib/domain/email-changes/actions";
import { tryAction } from "@/lib/platform/actions/try-action";

/** Says that administrators were asked to use another address for this account, and stops that. */
export function KeepAddress({ until }: { until: string }) {
  const [isPending, setPending] = useState(false);
  const keep = async () => {
    setPending(true);
    const result = await tryAction(() => keepAddressAction({}));
    setPending(false);
    if (result.ok) toast.success("Your address stays as it is");
    else toast.error(result.error.message);
  };
  return (
    <FormMessage tone="wait" title="Another address was asked for" className="mb-4">
      <p>
        Administrators were asked to use another address for your account. It counts once someone who reads mail there
        agrees, until <LocalTime style="dated-time" instant={until} />. If it wasn’t you who asked, keep this one.
      </p>
      <Button size="sm" variant="secondary" pending={isPending} className="mt-2" onClick={() => void keep()}>
        Keep my address
      </Button>
    </FormMessage>
  );
}
