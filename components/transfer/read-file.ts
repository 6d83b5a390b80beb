/** A file's bytes for JSON; the server interprets them. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error ?? new Error("the file cannot be read"));
    reader.readAsDataURL(file);
  });
}

/** A workbook (a ZIP) or an old one is not text: it must be saved as CSV first. */
export async function isWorkbook(file: Blob): Promise<boolean> {
  const start = [...new Uint8Array(await file.slice(0, 4).arrayBuffer())]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  // All four bytes: Cyrillic text can start with two of them.
  return start === "504b0304" || start === "d0cf11e0";
}
