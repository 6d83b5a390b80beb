import type { ComponentPropsWithRef, ElementType } from "react";

type LocaleTextProps<Tag extends ElementType> = { as?: Tag } & Omit<ComponentPropsWithRef<Tag>, "as">;

/**
 * Text worded by `Intl`: a date, a time of day, a number. Server and browser each bring their own locale data, and word
 * some of it differently ("Sep", "Sept"). The server's wording stays until the text changes, instead of making React
 * render the whole page again (decision 43).
 */
export function LocaleText<Tag extends ElementType = "span">({ as, ...props }: LocaleTextProps<Tag>) {
  const Element: ElementType = as ?? "span";
  // eslint-disable-next-line no-restricted-syntax -- the one place it is for
  return <Element suppressHydrationWarning {...props} />;
}
