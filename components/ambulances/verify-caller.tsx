"use client";
import { PhoneCall } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, errorFor } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PhoneNumber } from "@/components/ui/phone-number";
import { verifyCallerAction } from "@/lib/domain/ambulances/actions";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import type { CallOnBoard } from "./dispatch-view";
import { useCallWork } from "./use-call-work";

/**
 * The hospital rings back before it dispatches: the caller reads out the code on their screen, and it is entered here.
 */
export function VerifyCaller({ call }: { call: CallOnBoard }) {
  const { run, pending } = useCallWork();
  const [code, setCode] = useState("");
  const [failure, setFailure] = useState<ActionFailure>();
  const verify = async () =>
    setFailure(
      await run(call.id, "Caller verified. You can send a vehicle now.", () =>
        verifyCallerAction({ id: call.id, code: code.trim() }),
      ),
    );
  return (
    <form
      className="grid gap-3 rounded-md bg-accent-soft p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void verify();
      }}
    >
      <p className="text-sm">
        <span className="font-semibold">Ring back first:</span>{" "}
        <PhoneNumber phone={call.contact.phone} className="touch-target font-semibold text-accent tabular underline" />.
        They&apos;ll read out a four-digit code from their screen.
      </p>
      <div className="flex flex-wrap items-start gap-2">
        <Field
          label="Code"
          name="code"
          className="w-28"
          error={failure ? (errorFor(failure.fields, "code") ?? failure.message) : undefined}
        >
          <Input
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            value={code}
            onChange={(event) => setCode(event.target.value.replace(/\D/g, ""))}
            className="tracking-[0.2em] tabular"
          />
        </Field>
        <Button type="submit" className="mt-[1.6rem]" pending={pending === call.id} disabled={code.length !== 4}>
          <PhoneCall aria-hidden /> Check
        </Button>
      </div>
    </form>
  );
}
