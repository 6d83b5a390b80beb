"use client";
import { useActionState, useEffect, useRef } from "react";
import { Field } from "@/components/ui/field";
import { FormFailure } from "@/components/ui/form-failure";
import { FormMessage } from "@/components/ui/form-message";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { verifyCodeAction, type VerifyState } from "@/lib/domain/prescriptions/actions";
import { groupCode, readCode } from "@/lib/domain/prescriptions/format";

/** Asks for a prescription's code and says whether it is valid. Works without scripts; with them, a scanned code checks itself. */
export function VerifyCode() {
  const [state, action] = useActionState<VerifyState, FormData>(verifyCodeAction, {});
  const form = useScannedCode();
  const code = state.code === undefined ? undefined : readCode(state.code);
  return (
    <form ref={form} action={action} className="grid gap-5">
      <FormFailure error={state.error} />
      {state.valid === undefined ? null : <Answer isValid={state.valid} code={code ? groupCode(code) : null} />}
      <Field
        label="Code on the prescription"
        name="code"
        required
        hint="16 letters and digits. Spaces, hyphens and lower case don't matter."
        errors={state.error?.fields}
      >
        <Input
          key={state.code}
          defaultValue={code ? groupCode(code) : state.code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          className="font-mono tracking-wide uppercase"
        />
      </Field>
      <SubmitButton size="lg" block>
        Check the code
      </SubmitButton>
    </form>
  );
}

function Answer({ isValid, code }: { isValid: boolean; code: string | null }) {
  const checked = code ? <p className="font-mono font-semibold">{code}</p> : null;
  return isValid ? (
    <FormMessage tone="good" title="Valid">
      {checked}
      This prescription was issued through CareSync and has not been withdrawn. This page doesn&apos;t show what is on
      it: if anything on the paper looks altered, phone the practice.
    </FormMessage>
  ) : (
    <FormMessage title="Not valid">
      {checked}
      Check that the code is typed as it is printed. If it is, no valid prescription has it: phone the practice before
      you hand anything out.
    </FormMessage>
  );
}

/** A QR code leads here with its code in the fragment: it is taken out of the address, entered and checked. */
function useScannedCode() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const check = () => {
      const code = readCode(window.location.hash.slice(1));
      const input = form.current?.elements.namedItem("code");
      if (code === null || !(input instanceof HTMLInputElement)) return;
      window.history.replaceState(window.history.state, "", window.location.pathname);
      input.value = groupCode(code);
      form.current?.requestSubmit();
    };
    check();
    window.addEventListener("hashchange", check);
    return () => window.removeEventListener("hashchange", check);
  }, []);
  return form;
}
