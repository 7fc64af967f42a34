import { type ReactNode, useId } from "react";
import { lengthOf } from "../../format/exact";
import css from "./Chart.module.css";
import { Legend } from "./Legend";
import { Pattern } from "./Pattern";
import { useWidth } from "./useWidth";

export interface Share {
  name: string;
  label: string;
  /** An exact amount; less than nothing has no length. */
  amount: string;
  value: ReactNode;
}

const HEIGHT = 28;
const GAP = 2;

/** One bar in parts, with what each is worth below. */
export function ShareBar({ label, shares }: { label: string; shares: readonly Share[] }) {
  const id = useId();
  const [measure, width] = useWidth(720);
  const lengths = shares.map(({ amount }) => Math.max(0, lengthOf(amount)));
  const sum = lengths.reduce((total, each) => total + each, 0);
  let at = 0;
  return (
    <figure ref={measure} className={css.figure}>
      <svg width={width} height={HEIGHT} role="img" aria-label={label}>
        <defs>
          {shares.map(({ name }, index) => (
            <Pattern key={name} id={`${id}-${index}`} index={index} />
          ))}
        </defs>
        {sum === 0 && <rect width={width} height={HEIGHT} rx={4} className={css.nothing} />}
        {sum > 0 &&
          lengths.map((length, index) => {
            const share = (length / sum) * width;
            const x = at;
            at += share;
            if (length === 0) return null;
            return (
              <rect
                key={shares[index]?.name}
                x={x}
                width={Math.max(2, share - GAP)}
                height={HEIGHT}
                rx={4}
                fill={`url(#${id}-${index})`}
              />
            );
          })}
      </svg>
      <Legend id={id} entries={shares} />
    </figure>
  );
}
