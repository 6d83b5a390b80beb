const UNITS = ["bytes", "kB", "MB", "GB", "TB"];

/** `12.3 MB` */
export function sizeText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const number = bytes / 1000 ** power;
  return `${power === 0 ? number : number.toFixed(number < 100 ? 1 : 0)} ${UNITS[power]}`;
}
