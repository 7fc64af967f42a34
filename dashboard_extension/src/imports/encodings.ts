import { useSay } from "./words";

export const ENCODINGS = [
  "utf-8",
  "utf-16",
  "windows-1252",
  "windows-1250",
  "iso-8859-1",
  "iso-8859-2",
] as const;

/** How an encoding is known to people; the API tells Python's names of codecs. */
export function useEncodingName(): (codec: string) => string {
  const say = useSay();
  return (codec) => {
    const name = known(codec);
    return say.find(`imports.encoding.${name}`) ?? name.toUpperCase();
  };
}

function known(codec: string): string {
  return codec
    .toLowerCase()
    .replaceAll("_", "-")
    .replace(/^(utf-\d+)-(sig|le|be)$/, "$1")
    .replace(/^cp(125\d)$/, "windows-$1")
    .replace(/^latin-?1$/, "iso-8859-1");
}
