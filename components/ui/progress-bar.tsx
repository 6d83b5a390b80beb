/** How much of something is done: `share` from 0 to 1, or undefined while no one knows. */
export function ProgressBar({ label, share }: { label: string; share: number | undefined }) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(share === undefined ? {} : { "aria-valuenow": Math.round(100 * share) })}
      className="h-2 overflow-hidden rounded-full bg-sunken"
    >
      <div
        className="h-full w-full origin-left rounded-full bg-accent transition-transform"
        style={{ transform: `scaleX(${share ?? 0.15})` }}
      />
    </div>
  );
}
