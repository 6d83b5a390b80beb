"use client";
import NextLink, { useLinkStatus } from "next/link";
import { useState, type ComponentProps } from "react";
import { createPortal } from "react-dom";

export type LinkProps = Omit<ComponentProps<typeof NextLink>, "prefetch">;

/**
 * A link within the site, prefetched when someone is about to follow it: hovered, touched or focused. By default Next
 * prefetches every visible link, and all of them again after each refresh, which on a live page is each event. While a
 * slow network delays navigation, a line at the top of the window shows that it is pending.
 */
export function Link({
  onPointerEnter,
  onPointerLeave,
  onTouchStart,
  onFocus,
  onBlur,
  onClick,
  children,
  ...props
}: LinkProps) {
  const [isMeant, setMeant] = useState(false);
  const means =
    <E,>(is: boolean, tell: ((event: E) => void) | undefined) =>
    (event: E) => {
      setMeant(is);
      tell?.(event);
    };
  return (
    <NextLink
      {...props}
      prefetch={isMeant ? null : false}
      onPointerEnter={means(true, onPointerEnter)}
      onPointerLeave={means(false, onPointerLeave)}
      onTouchStart={means(true, onTouchStart)}
      onFocus={means(true, onFocus)}
      onBlur={means(false, onBlur)}
      // A followed link keeps focus: without this its page would be prefetched again at each event.
      onClick={means(false, onClick)}
    >
      {children}
      <UnderWay />
    </NextLink>
  );
}

function UnderWay() {
  const { pending } = useLinkStatus();
  // In the body, because the link's container may clip it.
  return pending
    ? createPortal(
        <div
          aria-hidden
          data-under-way
          className="fixed inset-x-0 top-0 z-50 h-1 origin-left animate-under-way bg-accent"
        />,
        document.body,
      )
    : null;
}
