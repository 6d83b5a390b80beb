import NextForm from "next/form";
import type { ComponentProps } from "react";

export type FormProps = Omit<ComponentProps<typeof NextForm>, "prefetch">;

/** A form that leads to a list by its address. Like `Link` it prefetches nothing merely because it is visible. */
export function Form(props: FormProps) {
  return <NextForm {...props} prefetch={false} />;
}
