"use client";
import NextLink from "next/link";
import { useState, type ComponentProps } from "react";

export type LinkProps = Omit<ComponentProps<typeof NextLink>, "prefetch">;

/**
 * A link within the site, fetched ahead when somebody is about to follow it: pointed at, touched or focused. Left to
 * itself Next fetches every visible link, and all of them again after each refresh, which on a live page is each event.
 */
export function Link({ onPointerEnter, onPointerLeave, onTouchStart, onFocus, onBlur, ...props }: LinkProps) {
  const [isMeant, setMeant] = useState(false);
  return (
    <NextLink
      {...props}
      prefetch={isMeant ? null : false}
      onPointerEnter={(event) => {
        setMeant(true);
        onPointerEnter?.(event);
      }}
      onPointerLeave={(event) => {
        setMeant(false);
        onPointerLeave?.(event);
      }}
      onTouchStart={(event) => {
        setMeant(true);
        onTouchStart?.(event);
      }}
      onFocus={(event) => {
        setMeant(true);
        onFocus?.(event);
      }}
      onBlur={(event) => {
        setMeant(false);
        onBlur?.(event);
      }}
    />
  );
}
