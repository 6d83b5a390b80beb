/** Words a size in bytes: "640 kB", "2.4 MB". */
export function fileSizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Words a file's type: "PDF", "JPEG image". */
export function fileKindText(type: string): string {
  const [group, kind = ""] = type.split("/");
  return group === "image" ? `${kind === "webp" ? "WebP" : kind.toUpperCase()} image` : kind.toUpperCase();
}
