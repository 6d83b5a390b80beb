import { Input, type InputProps } from "./input";

/** An email address: phones show its keyboard, and change no letter. Others' addresses are not filled in by default. */
export function EmailInput({ autoComplete = "off", ...props }: Omit<InputProps, "type" | "inputMode">) {
  return <Input {...props} type="email" inputMode="email" autoComplete={autoComplete} autoCapitalize="none" />;
}
