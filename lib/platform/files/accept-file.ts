import sharp from "sharp";
import { AppError } from "@/lib/platform/errors/app-error";
import type { FileType } from "@/lib/platform/input/file";
import { isPdf, sniffImage, type SniffedImage } from "./sniff";

export type AcceptedFile = { type: FileType; bytes: Uint8Array };

/** 50 megapixels take 150 MB while they are decoded. */
const MAX_PIXELS = 50_000_000;
/** A PDF ends with its last `%%EOF`; what is cut off has none, what carries something else behind it has it too early. */
const PDF_END_BYTES = 1_024;

const refused = (message: string) => new AppError("invalid", message, { fields: [{ path: "file", message }] });

/**
 * Tells by its content what a file is, and returns what is to be kept: a PDF as it is, an image drawn anew, without hidden
 * data such as the place it was taken at and without anything appended. Throws `invalid` at `file`, in words for people.
 */
export async function acceptFile(bytes: Uint8Array): Promise<AcceptedFile> {
  if (bytes.length === 0) throw refused("This file is empty. Choose another.");
  if (isPdf(bytes)) return acceptPdf(bytes);
  const image = sniffImage(bytes);
  if (image === "heic")
    throw refused("Photos in HEIC format can't be shown everywhere. Save the photo as JPEG and add it again.");
  if (image === null) throw refused("Choose a PDF, or an image in JPEG, PNG or WebP format.");
  return oneAtATime(() => redraw(bytes, image));
}

function acceptPdf(bytes: Uint8Array): AcceptedFile {
  const end = Buffer.from(bytes.subarray(-PDF_END_BYTES)).toString("latin1");
  if (!end.includes("%%EOF")) throw refused("This PDF is incomplete or damaged. Save or scan it again.");
  return { type: "application/pdf", bytes };
}

async function redraw(bytes: Uint8Array, kind: Exclude<SniffedImage, "heic">): Promise<AcceptedFile> {
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error", sequentialRead: true }).autoOrient();
    const drawn = image.keepIccProfile().toFormat(kind, { quality: 90 });
    return { type: `image/${kind}`, bytes: await drawn.toBuffer() };
  } catch (cause) {
    if (/pixel limit/i.test(String(cause)))
      throw refused("This image has more than 50 megapixels. Make it smaller and add it again.");
    throw refused("This image is incomplete or damaged. Save or take it again.");
  }
}

let last: Promise<unknown> = Promise.resolve();

/** Decoding takes much memory, so a process does it for one image after the other. */
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}
