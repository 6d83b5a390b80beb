/** The look of all text-like controls; 44 px high on touch screens, with 16 px text against zooming. */
export const controlStyle = [
  "w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 text-ink",
  "text-sm pointer-coarse:text-base",
  "transition-[border-color,background-color] hover:border-quiet",
  "focus-visible:border-ring focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-ring",
  "aria-invalid:border-stop aria-invalid:bg-stop-soft/40",
  "disabled:cursor-not-allowed disabled:bg-sunken disabled:text-quiet",
  "[&[readonly]]:bg-sunken",
].join(" ");

export const controlHeight = "h-10 pointer-coarse:h-11";
