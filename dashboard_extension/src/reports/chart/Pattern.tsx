import css from "./Chart.module.css";

const SIZE = 8;

/** The filling of a series: solid, stripes one way, stripes the other way, dots, both stripes. */
export function Pattern({ id, index }: { id: string; index: number }) {
  const kind = index % 5;
  return (
    <pattern id={id} width={SIZE} height={SIZE} patternUnits="userSpaceOnUse">
      <rect width={SIZE} height={SIZE} className={css[`fill${kind}`]} />
      {(kind === 1 || kind === 4) && (
        <path d="M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4" className={css.ink} />
      )}
      {(kind === 2 || kind === 4) && (
        <path d="M-2,6 l4,4 M0,0 l8,8 M6,-2 l4,4" className={css.ink} />
      )}
      {kind === 3 && <circle cx={4} cy={4} r={1.6} className={css.dot} />}
    </pattern>
  );
}
